import { type Contact, ContactPicker } from '@tokenwright/react';
import '@tokenwright/react/styles.css';
import { useState } from 'react';
import { nameOf, offerPicker } from '../page/picker-page.js';

const contacts: readonly Contact[] = Array.from({ length: 5000 }, (_, position) => ({
  id: String(position),
  name: nameOf(position),
  email: `person.${position}@example.com`,
}));

offerPicker(function Ours() {
  const [value, setValue] = useState('');
  return <ContactPicker contacts={contacts} value={value} onValueChange={setValue} />;
});
