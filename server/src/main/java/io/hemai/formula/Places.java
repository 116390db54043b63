package io.hemai.formula;

import io.hemai.kernel.Limits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks names up, over links and into lists. */
final class Places {
    private final Scope root;
    private final List<Fault> faults;

    Places(Scope root, List<Fault> faults) {
        this.root = root;
        this.faults = faults;
    }

    /**
     * Where names lead.
     *
     * @param list the path to related records; null when there is none on the way
     * @param path from there, or from the record
     * @param type null for the related records themselves, never without a list
     */
    record Place(@Nullable Path list, Path path, @Nullable Type type) {}

    /** The list that the names lead into, whatever else is wrong with them. */
    Optional<Path> list(Syntax.Names names) {
        Scope scope = root;
        for (int i = 0; scope != null && i < names.words().size(); i++) {
            Scope.Named named = scope.find(names.words().get(i).text()).orElse(null);
            if (named instanceof Scope.Related) {
                return Optional.of(path(names, 0, i + 1));
            }
            scope = named == null ? null : next(named);
        }
        return Optional.empty();
    }

    /** Where the names lead; null, with a fault, when nowhere. */
    @Nullable
    Place find(Syntax.Names names) {
        Scope scope = root;
        Path list = null;
        int start = 0;
        int size = names.words().size();
        for (int i = 0; i < size; i++) {
            Token word = names.words().get(i);
            Scope.Named named = scope.find(word.text()).orElse(null);
            if (named == null) {
                return unknown(word, scope, size == 1);
            }
            if (named instanceof Scope.Related) {
                if (list != null) {
                    return fault(word, FormulaError.NESTED);
                }
                list = path(names, 0, i + 1);
                start = i + 1;
            }
            if (i == size - 1) {
                return near(new Place(list, path(names, start, size), type(named)), names);
            }
            scope = next(named);
            if (scope == null) {
                return fault(word, FormulaError.NOT_A_LINK, word.text());
            }
        }
        throw new IllegalStateException("no names");
    }

    private static @Nullable Scope next(Scope.Named named) {
        return switch (named) {
            case Scope.Field _ -> null;
            case Scope.Link link -> link.target();
            case Scope.Related related -> related.element();
        };
    }

    private static @Nullable Type type(Scope.Named named) {
        return switch (named) {
            case Scope.Field field -> field.type();
            case Scope.Link link -> new Type.Link(link.object());
            case Scope.Related _ -> null;
        };
    }

    private static Path path(Syntax.Names names, int from, int to) {
        return new Path(
                names.words().subList(from, to).stream().map(Token::text).toList());
    }

    private @Nullable Place near(Place place, Syntax.Names names) {
        int dots = names.words().size() - 1;
        int links = place.list() == null || place.type() == null ? dots : dots - 1;
        if (links > Limits.LINK_HOPS) {
            faults.add(Fault.of(names.at(), FormulaError.TOO_FAR, Limits.LINK_HOPS));
            return null;
        }
        return place;
    }

    private @Nullable Place unknown(Token word, Scope scope, boolean alone) {
        return alone && Functions.find(word.text()).isPresent()
                ? fault(word, FormulaError.BRACKETS_MISSING, word.text())
                : fault(word, FormulaError.UNKNOWN_FIELD, word.text(), Nearest.to(word.text(), scope.names()));
    }

    private @Nullable Place fault(Token word, FormulaError code, Object... args) {
        faults.add(Fault.of(word.at(), code, args));
        return null;
    }
}
