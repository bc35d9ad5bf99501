import { composeStories, setProjectAnnotations } from '@storybook/react-vite';
import * as badge from '../../../stories/badge.stories.js';
import * as button from '../../../stories/button.stories.js';
import * as callout from '../../../stories/callout.stories.js';
import * as checkbox from '../../../stories/checkbox.stories.js';
import * as contactPicker from '../../../stories/contact-picker.stories.js';
import * as emailListInput from '../../../stories/email-list-input.stories.js';
import * as scopePicker from '../../../stories/scope-picker.stories.js';
import * as switches from '../../../stories/switch.stories.js';
import * as outcomes from '../../../stories/wizard-outcomes.stories.js';
import * as steps from '../../../stories/wizard-steps.stories.js';

setProjectAnnotations([{ initialGlobals: { direction: 'ltr', density: 'comfortable', language: 'en' } }]);

const stories = {
  badge: composeStories(badge),
  button: composeStories(button),
  callout: composeStories(callout),
  checkbox: composeStories(checkbox),
  contactPicker: composeStories(contactPicker),
  emailListInput: composeStories(emailListInput),
  outcomes: composeStories(outcomes),
  scopePicker: composeStories(scopePicker),
  steps: composeStories(steps),
  switch: composeStories(switches),
};

/** Together they show every part that a state of its own changes. */
const shown = [
  stories.badge.WithIcon,
  ...Object.values(stories.button),
  ...Object.values(stories.callout),
  ...Object.values(stories.checkbox),
  stories.switch.Off,
  stories.switch.On,
  stories.switch.DisabledOn,
  stories.emailListInput.SomeAdded,
  stories.emailListInput.Invalid,
  stories.contactPicker.Open,
  stories.contactPicker.ManyContactsOpen,
  stories.contactPicker.NothingFound,
  stories.scopePicker.Presets,
  stories.scopePicker.RequirementAdded,
  stories.scopePicker.SensitiveLeftOut,
  stories.scopePicker.EndpointSearched,
  stories.scopePicker.CallFound,
  stories.scopePicker.FilteredByAccess,
  stories.steps.SetupAnswered,
  stories.steps.SetupInvalid,
  stories.steps.ContactAnswered,
  stories.steps.ScopesSelected,
  stories.steps.Review,
  stories.steps.NativeSelects,
  stories.outcomes.CreatedWithUsageExample,
  stories.outcomes.UnknownOutcome,
];

/**
 * Renders stories one after the other and puts a copy of each into one element. The copies have no React: their
 * attributes say what state they are in, and nothing happens in them while a test changes the page's styles.
 */
export async function createGallery(): Promise<HTMLElement> {
  const gallery = document.createElement('div');
  for (const Story of shown) {
    await Story.run();
    const copy = document.createElement('div');
    // What is rendered into the body, such as an opened list, is part of it.
    copy.append(...[...document.body.children].map((child) => child.cloneNode(true)));
    for (const other of copy.querySelectorAll('style, script, link')) other.remove();
    // What surrounds our parts belongs to the host. Here it has no look of its own that they could inherit.
    for (const other of copy.querySelectorAll<HTMLElement>(':not([data-tokenwright], [data-tokenwright] *)')) {
      other.style.cssText = 'all: unset; display: block';
    }
    copy.style.cssText = 'all: unset; display: block';
    // Nothing may depend on the time or on what is scrolled into view.
    for (const list of copy.querySelectorAll<HTMLElement>('[data-part=list]')) list.style.contentVisibility = 'visible';
    for (const spinner of copy.querySelectorAll<HTMLElement>('[data-scope=spinner]')) spinner.style.animation = 'none';
    gallery.append(copy);
  }
  return gallery;
}
