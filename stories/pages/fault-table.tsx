import { faultMatrix } from '../../test/e2e/fault-matrix.js';
import './pages.css';
import './faults.css';

/** What goes wrong, and what it comes to, as the end-to-end tests have it. */
export function FaultTable() {
  return (
    <div className="sb-unstyled page-block fault-table">
      <table>
        <thead>
          <tr>
            <th scope="col">What goes wrong</th>
            <th scope="col">What the user reads</th>
            <th scope="col">Tokens then</th>
            <th scope="col">Kept</th>
            <th scope="col">The way on</th>
            <th scope="col">In the end</th>
          </tr>
        </thead>
        <tbody>
          {faultMatrix.map(({ fault, sees, tokens, kept, wayOn, ends }) => (
            <tr key={fault}>
              <th scope="row">{fault}</th>
              <td data-column="What the user reads">
                <b>{sees.heading}</b> {sees.words}
              </td>
              <td data-column="Tokens then">{tokens}</td>
              <td data-column="Kept">{kept}</td>
              <td data-column="The way on">{wayOn}</td>
              <td data-column="In the end">
                {ends === 'secret' ? 'One token, and its secret is shown' : 'One token, whose secret nobody has'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
