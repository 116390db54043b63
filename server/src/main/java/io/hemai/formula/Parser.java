package io.hemai.formula;

import io.hemai.formula.Token.Kind;
import io.hemai.formula.Type.Plain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes a tree of tokens. After a fault it goes on behind the next comma or bracket, so that several faults are told at once. */
final class Parser {
    private final List<Token> tokens;
    private final List<Fault> faults;
    private int at;

    private Parser(List<Token> tokens, List<Fault> faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    static Syntax parse(List<Token> tokens, List<Fault> faults) {
        Parser parser = new Parser(tokens, faults);
        Syntax whole = parser.operands(0);
        Token rest = parser.peek();
        if (rest.kind() != Kind.END && faults.isEmpty()) {
            parser.fault(
                    rest, rest.is(")") ? FormulaError.BRACKET_UNOPENED : FormulaError.OPERATOR_MISSING, rest.text());
        }
        return whole;
    }

    /** An operand and all operators behind it that bind more than the given power. */
    private Syntax operands(int power) {
        Syntax left = operand();
        for (Optional<Operator> next = operator(); next.isPresent(); next = operator()) {
            Operator operator = next.get();
            if (operator.power() <= power) {
                return left;
            }
            at++;
            Syntax right = operands(operator.power());
            left = new Syntax.Binary(operator, left, right, left.at().to(right.at()));
        }
        return left;
    }

    private Optional<Operator> operator() {
        return peek().kind() == Kind.SIGN ? Operator.of(peek().text()) : Optional.empty();
    }

    private Syntax operand() {
        Token token = peek();
        return switch (token.kind()) {
            case NUMBER -> new Syntax.Constant(new BigDecimal(token.text()), Plain.NUMBER, next().at());
            case TEXT ->
                token.text().isEmpty() ? blank(next()) : new Syntax.Constant(token.text(), Plain.TEXT, next().at());
            case NAME -> named();
            case SIGN -> signed(token);
            case END -> broken(FormulaError.UNFINISHED);
        };
    }

    private static Syntax blank(Token token) {
        return new Syntax.Constant(null, Plain.BLANK, token.at());
    }

    private Syntax signed(Token sign) {
        if (sign.is("-")) {
            at++;
            Syntax operand = operand();
            return new Syntax.Negative(operand, sign.at().to(operand.at()));
        }
        if (sign.is("+")) {
            at++;
            return operand();
        }
        if (sign.is("(")) {
            at++;
            Syntax inner = argument();
            close(sign);
            return inner;
        }
        return broken(FormulaError.UNEXPECTED, sign.text());
    }

    private Syntax named() {
        Token name = next();
        if (peek().is("(")) {
            List<Syntax> arguments = arguments(next());
            return new Syntax.Call(
                    name, arguments, name.at().to(tokens.get(at - 1).at()));
        }
        List<Token> words = new ArrayList<>(List.of(name));
        while (peek().is(".") && tokens.get(at + 1).kind() == Kind.NAME) {
            at++;
            words.add(next());
        }
        return words.size() > 1 ? new Syntax.Names(words) : word(name);
    }

    private static Syntax word(Token name) {
        return switch (name.text().toUpperCase(Locale.ROOT)) {
            case "TRUE" -> new Syntax.Constant(true, Plain.BOOLEAN, name.at());
            case "FALSE" -> new Syntax.Constant(false, Plain.BOOLEAN, name.at());
            case "BLANK" -> blank(name);
            default -> new Syntax.Names(List.of(name));
        };
    }

    private List<Syntax> arguments(Token open) {
        List<Syntax> found = new ArrayList<>();
        if (!peek().is(")")) {
            found.add(argument());
            while (peek().is(",")) {
                at++;
                found.add(argument());
            }
        }
        close(open);
        return found;
    }

    private Syntax argument() {
        Syntax read = operands(0);
        return ends(peek()) ? read : broken(FormulaError.OPERATOR_MISSING, peek().text());
    }

    private void close(Token open) {
        if (peek().is(",")) {
            broken(FormulaError.UNEXPECTED, ",");
            while (peek().is(",")) {
                at++;
                skip();
            }
        }
        if (peek().is(")")) {
            at++;
        } else {
            fault(open, FormulaError.BRACKET_OPEN);
        }
    }

    private Syntax broken(FormulaError code, Object... args) {
        Span start = peek().at();
        fault(peek(), code, args);
        skip();
        return new Syntax.Broken(start);
    }

    /** Goes on to the comma or bracket that ends the argument. */
    private void skip() {
        int depth = 0;
        while (depth > 0 ? peek().kind() != Kind.END : !ends(peek())) {
            Token skipped = next();
            depth += skipped.is("(") ? 1 : skipped.is(")") ? -1 : 0;
        }
    }

    private static boolean ends(Token token) {
        return token.is(",") || token.is(")") || token.kind() == Kind.END;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(at++);
    }

    private void fault(Token token, FormulaError code, Object... args) {
        faults.add(Fault.of(token.at(), code, args));
    }
}
