import { plainTextSelectors } from '@react-email/render';
import { compile, type FormatCallback } from 'html-to-text';

/** In HTML one code can be both grouped and copied whole; in text it takes two lines. */
const writeCode: FormatCallback = (element, _walk, builder) => {
  const { 'data-code': code = '' } = element.attribs as Partial<Record<string, string>>;
  const half = Math.ceil(code.length / 2);
  builder.openBlock({ leadingLineBreaks: 2 });
  builder.addInline(`${code.slice(0, half)} ${code.slice(half)}`, { noWordTransform: true });
  builder.addLineBreak();
  builder.addInline(`(to copy: ${code})`, { noWordTransform: true });
  builder.closeBlock({ trailingLineBreaks: 2 });
};

// Compiled once: a convert() for each message would build this anew.
const toPlainText = compile({
  wordwrap: false,
  selectors: [
    ...plainTextSelectors,
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
});

/** The plain-text form of a rendered message, ending with a line break. */
export function asPlainText(html: string): string {
  return `${toPlainText(html).trim()}\n`;
}
