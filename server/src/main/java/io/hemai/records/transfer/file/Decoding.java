package io.hemai.records.transfer.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * What comes out of reading a whole file in one encoding.
 *
 * @param broken places that are no character
 * @param other characters beyond ASCII
 * @param common those of them that are among the 6,763 everyday Chinese characters (GB 2312) or East Asian punctuation
 */
record Decoding(long broken, long other, long common) {
    private static final BitSet EVERYDAY = everyday();

    static Decoding of(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        Decoding sum = new Decoding(0, 0, 0);
        try (FileChannel channel = FileChannel.open(file)) {
            boolean end = false;
            while (!end) {
                end = channel.read(bytes) < 0;
                bytes.flip();
                long broken = drain(decoder, bytes, chars, end);
                bytes.compact();
                sum = sum.plus(broken, chars.flip());
                chars.clear();
            }
        }
        return sum;
    }

    private static long drain(CharsetDecoder decoder, ByteBuffer bytes, CharBuffer chars, boolean end) {
        long broken = 0;
        CoderResult result = decoder.decode(bytes, chars, end);
        while (result.isError()) {
            broken++;
            bytes.position(Math.min(bytes.limit(), bytes.position() + result.length()));
            result = decoder.decode(bytes, chars, end);
        }
        return broken;
    }

    private Decoding plus(long moreBroken, CharBuffer chars) {
        long moreOther = 0;
        long moreCommon = 0;
        for (int i = chars.position(); i < chars.limit(); i++) {
            char c = chars.get(i);
            if (c > 0x7F) {
                moreOther++;
                moreCommon += EVERYDAY.get(c) ? 1 : 0;
            }
        }
        return new Decoding(broken + moreBroken, other + moreOther, common + moreCommon);
    }

    private static BitSet everyday() {
        Charset gb2312 = Charset.forName("GB2312");
        BitSet found = new BitSet();
        for (int row = 0xB0; row <= 0xF7; row++) {
            for (int cell = 0xA1; cell <= 0xFE; cell++) {
                found.set(new String(new byte[] {(byte) row, (byte) cell}, gb2312).charAt(0));
            }
        }
        found.set(0x3000, 0x3040);
        found.set(0xFF00, 0xFFF0);
        found.set(0x2010, 0x2040);
        found.set(0x00B7);
        found.clear('\uFFFD');
        return found;
    }
}
