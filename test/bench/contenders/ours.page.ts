import { offerWizard } from '../page/wizard-page.js';
import { Ours } from './ours.js';

offerWizard(Ours);
