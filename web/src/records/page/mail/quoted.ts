/** With what mail programs, Chinese and English, begin what is quoted; each from the beginning of a line. */
const BEGINNINGS = [
  // Gmail, Apple Mail, Thunderbird; long ones go over two lines
  /^(?:On|At)\s[^\n]{4,200}(?:\n[^\n]{0,120})?\swrote\s?:\s*$/m,
  /^(?:在|於|于)[^\n]{4,160}(?:\n[^\n]{0,120})?(?:写道|寫道|编写|撰写)\s?[:：]\s*$/m,
  /^[^\n]{1,120}于\s?\d{4}[^\n]{4,80}(?:写道|寫道)\s?[:：]\s*$/m,
  // Outlook, QQ, NetEase, Lark
  /^[ \t>]*[-_—]{2,}\s*(?:Original (?:Message|Email)|原始邮件|原邮件|原始信息|回复的(?:原)?邮件|Reply Message)\s*[-_—]{2,}/im,
  /^[ \t]*_{10,}[ \t]*\n+[ \t]*(?:From|发件人)\s?[:：]/im,
  /^[ \t]*\**(?:From|发件人)\s?[:：]\**[^\n]+\n+[ \t]*\**(?:Sent|Date|To|发送时间|日期|时间|收件人)\s?[:：]/im,
  // nothing but signs before each line, to the end
  /^>[^\n]*(?:\n(?:>[^\n]*|[ \t]*))*$(?![^])/m,
];

/** What somebody wrote, and what they quoted below it; where nothing stands above, all of it is theirs. */
export function quoted(text: string): { words: string; quote: string } {
  const plain = text.replace(/\r\n?/g, '\n');
  const at = Math.min(
    ...BEGINNINGS.map((beginning) => beginning.exec(plain)?.index ?? plain.length),
    plain.length,
  );
  const words = plain.slice(0, at).trimEnd();
  return words.trim() === '' ? { words: plain.trim(), quote: '' } : { words, quote: plain.slice(at).trim() };
}
