export { anatomy } from './anatomy/anatomy.js';
export { type Announcer, AnnouncerProvider, useAnnouncer } from './announcer/announcer.js';
export { Badge, type BadgeProps, type BadgeTone } from './badge/badge.js';
export { Button, type ButtonProps, type ButtonVariant } from './button/button.js';
export { Callout, type CalloutProps, type CalloutTone } from './callout/callout.js';
export { Checkbox, type CheckboxProps } from './checkbox/checkbox.js';
export { ContactPicker, type ContactPickerProps } from './contact-picker/contact-picker.js';
export { type ContactSearch, contactMark } from './contact-picker/contact-search.js';
export { EmailListInput, type EmailListInputProps } from './email-list-input/email-list-input.js';
export { ErrorSummary, type ErrorSummaryProps, type SummaryError } from './error-summary/error-summary.js';
export { Field, type FieldControlProps, type FieldProps, type FieldTexts } from './field/field.js';
export { Heading, type HeadingLevel, type HeadingProps, levelBelow } from './heading/heading.js';
export { createFormat, type Format, type PluralForms } from './messages/format.js';
export { issueText } from './messages/issue-text.js';
export type {
  IssueMessages,
  MessageOf,
  MessagesOverride,
  NoticeMessages,
  QuestionMessages,
  SourceMessages,
  TokenwrightMessages,
  WizardMessages,
} from './messages/messages.js';
export {
  type SelectVariant,
  type Tokenwright,
  TokenwrightProvider,
  type TokenwrightProviderProps,
  useTokenwright,
} from './provider/tokenwright-provider.js';
export {
  RequestSummary,
  type RequestSummaryProps,
  type RequestSummaryRow,
  type RequestSummarySection,
} from './request-summary/request-summary.js';
export {
  ScopeCategory,
  type ScopeCategoryChange,
  type ScopeCategoryProps,
} from './scope-category/scope-category.js';
export { ScopePicker, type ScopePickerProps } from './scope-picker/scope-picker.js';
export type { FindCall, FoundCall } from './scope-picker/use-scope-view.js';
export { SecretReveal, type SecretRevealProps } from './secret-reveal/secret-reveal.js';
export { Select } from './select/select.js';
export type { SelectOption, SelectProps } from './select/select-contract.js';
export { Spinner, type SpinnerProps } from './spinner/spinner.js';
export { StepIndicator, type StepIndicatorProps, type StepIndicatorStep } from './step-indicator/step-indicator.js';
export { Switch, type SwitchProps } from './switch/switch.js';
export { TextField, type TextFieldProps } from './text-field/text-field.js';
export { VersionSelect, type VersionSelectProps } from './version-select/version-select.js';
export { VisuallyHidden, type VisuallyHiddenProps } from './visually-hidden/visually-hidden.js';
