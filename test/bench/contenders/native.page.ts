import { offerWizard } from '../page/wizard-page.js';
import { Native } from './native.js';

offerWizard(Native);
