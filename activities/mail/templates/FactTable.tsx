import { theme } from './theme.ts';

/** What a message is about, one fact a row. Rows without a value are left out. */
export function FactTable({ rows }: { rows: (readonly [name: string, value: string])[] }) {
  return (
    <table data-text-format="dataTable" className="lk-line" style={theme.facts}>
      <tbody>
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <tr key={name}>
              <th scope="row" className="lk-quiet lk-line" style={theme.factName}>
                {name}
              </th>
              <td className="lk-strong lk-line" style={theme.factValue}>
                {value}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
