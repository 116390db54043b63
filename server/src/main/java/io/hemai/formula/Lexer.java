package io.hemai.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts a text into tokens. Signs, digits and letters may be full width, as Chinese keyboards write them. */
final class Lexer {
    /** Digits of a number; as many as are reckoned with. */
    static final int DIGITS = 34;

    private static final char FIRST_WIDE = '！';
    private static final char LAST_WIDE = '～';
    private static final int WIDE = FIRST_WIDE - '!';

    private static final Map<Character, Character> PLAIN = Map.of(
            '。', '.', '、', ',', '×', '*', '÷', '/', '−', '-', '\u3000', ' ', '\u00A0', ' ', '\u200B', ' ', '\uFEFF',
            ' ');
    private static final Map<String, String> ALSO = Map.of("!=", "<>", "==", "=", "≠", "<>", "≤", "<=", "≥", ">=");
    private static final List<String> LONG_SIGNS = List.of("<>", "<=", ">=", "!=", "==");
    private static final String SIGNS = "+-*/^&=<>(),.≠≤≥";

    private final String text;
    private final List<Fault> faults;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text, List<Fault> faults) {
        this.text = text;
        this.faults = faults;
    }

    /** The tokens, the last of which is the end; what cannot be one is a fault. */
    static List<Token> tokens(String text, List<Fault> faults) {
        Lexer lexer = new Lexer(text, faults);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.add(Token.Kind.END, "", lexer.at);
        return lexer.tokens;
    }

    private void next() {
        char c = peek(0);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '"' || isCurly(c)) {
            quoted(c);
        } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else if (Character.isLetter(c) || c == '_') {
            name();
        } else {
            sign(c);
        }
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? plain(text.charAt(at + ahead)) : '\0';
    }

    private static char plain(char c) {
        return c >= FIRST_WIDE && c <= LAST_WIDE ? (char) (c - WIDE) : PLAIN.getOrDefault(c, c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isCurly(char c) {
        return c == '“' || c == '”';
    }

    /** A text ends with the kind of quotes that it began with, so that it may hold the other; "" within "…" is one. */
    private void quoted(char opening) {
        int start = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            boolean quote = isCurly(opening) ? isCurly(c) : plain(c) == '"';
            if (quote && (isCurly(opening) || peek(0) != '"')) {
                add(Token.Kind.TEXT, content.toString(), start);
                return;
            }
            if (quote) {
                at++;
            }
            content.append(quote ? '"' : c);
        }
        faults.add(Fault.of(new Span(start, at), FormulaError.QUOTE_OPEN));
    }

    private void number() {
        int start = at;
        StringBuilder digits = new StringBuilder();
        while (isDigit(peek(0)) || (peek(0) == '.' && isDigit(peek(1)) && digits.indexOf(".") < 0)) {
            digits.append(peek(0));
            at++;
        }
        if (digits.length() > DIGITS) {
            faults.add(Fault.of(new Span(start, at), FormulaError.NUMBER_TOO_LONG, DIGITS));
        }
        add(Token.Kind.NUMBER, digits.toString(), start);
    }

    private void name() {
        int start = at;
        StringBuilder name = new StringBuilder();
        while (Character.isLetterOrDigit(peek(0)) || peek(0) == '_') {
            name.append(peek(0));
            at++;
        }
        add(Token.Kind.NAME, name.toString(), start);
    }

    private void sign(char c) {
        int start = at;
        String two = "" + c + peek(1);
        String sign = LONG_SIGNS.contains(two) ? two : String.valueOf(c);
        if (sign.length() > 1 || SIGNS.indexOf(c) >= 0) {
            at += sign.length();
            add(Token.Kind.SIGN, ALSO.getOrDefault(sign, sign), start);
        } else {
            String unknown = Character.toString(text.codePointAt(at));
            at += unknown.length();
            faults.add(Fault.of(new Span(start, at), FormulaError.UNKNOWN_CHARACTER, unknown));
        }
    }

    private void add(Token.Kind kind, String content, int start) {
        tokens.add(new Token(kind, content, new Span(start, at)));
    }
}
