import { toPlainText } from '@react-email/render';

/** The part of the converter's builder that the code needs; the converter comes without types. */
interface TextBuilder {
  openBlock(options: { leadingLineBreaks: number }): void;
  closeBlock(options: { trailingLineBreaks: number }): void;
  addLineBreak(): void;
  addInline(text: string, options: { noWordTransform: boolean }): void;
}

/** In HTML one code can be both grouped and copied whole; in text it takes two lines. */
function writeCode(element: { attribs?: Record<string, string> }, _walk: unknown, builder: TextBuilder): void {
  const code = element.attribs?.['data-code'] ?? '';
  const half = Math.ceil(code.length / 2);
  builder.openBlock({ leadingLineBreaks: 2 });
  builder.addInline(`${code.slice(0, half)} ${code.slice(half)}`, { noWordTransform: true });
  builder.addLineBreak();
  builder.addInline(`(to copy: ${code})`, { noWordTransform: true });
  builder.closeBlock({ trailingLineBreaks: 2 });
}

const options = {
  selectors: [
    { selector: 'h1', options: { uppercase: false } },
    // RFC 3986, appendix C: in angle brackets an address stays one link where a mailbox wraps the line.
    { selector: 'a', options: { linkBrackets: ['<', '>'] } },
    { selector: 'hr', options: { length: 40 } },
    { selector: '[data-text-format="dataTable"]', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    { selector: '[data-code]', format: 'code' },
    // Drawn of empty cells: in text the link and the typed code stand for it.
    { selector: '[data-qr]', format: 'skip' },
  ],
  formatters: { code: writeCode },
};

/** The plain-text form of a rendered message, ending with a line break. */
export function asPlainText(html: string): string {
  return `${toPlainText(html, options).trim()}\n`;
}
