// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { cleaned } from './cleaned';

const tight = (html: string) => cleaned(html).replace(/\s*\n\s*/g, '');

test('lists of Word become lists, also those within each other', () => {
  const word = `
    <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-parent:""}</style></head><body>
    <p class=MsoNormal>议程<o:p></o:p></p>
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><!--[endif]-->报价</p>
    <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·</span>折扣</p>
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>合同</p>
    <p class=MsoNormal>完</p>
    <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>·</span>另一张</p></body></html>`;
  expect(tight(word).replace(/ (class|style)="[^"]*"/g, '')).toBe(
    '<p>议程</p><ol><li>报价<ul><li>折扣</li></ul></li><li>合同</li></ol><p>完</p><ul><li>另一张</li></ul>',
  );
});

test('what carries no words goes, what does stays', () => {
  expect(
    cleaned('<!-- x --><style>p{}</style><p>a<script>b()</script></p><meta charset="utf-8"><b>c</b>'),
  ).toBe('<p>a</p><b>c</b>');
});
