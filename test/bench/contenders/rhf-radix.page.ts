import { offerWizard } from '../page/wizard-page.js';
import { RhfRadix } from './rhf-radix.js';

offerWizard(RhfRadix);
