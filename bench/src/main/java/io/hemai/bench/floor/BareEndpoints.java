package io.hemai.bench.floor;

import com.fasterxml.uuid.Generators;
import io.hemai.bench.floor.Tap.Taken;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.web.JsonBody;
import io.hemai.web.Parameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** What the same answers cost without Hemai in between. */
@RestController
@RequestMapping("/api/v1/bare")
class BareEndpoints {
    /** Of the tables that a floor reads or writes. */
    private static final String TENANT = "\"t_main\".";

    private static final String INSERT = """
            insert into bench.bare_lead (id, version, name, company, mobile, email, source, status, industry, region, title,
              description, created_at, updated_at)
            values (?, 1, ?, ?, ?, ?, ?, 'new', ?, ?, ?, ?, now(), now())""";
    private static final List<String> INSERTED =
            List.of("name", "company", "mobile", "email", "source", "industry", "region", "title", "description");
    private static final String SEARCH = """
            select record, object, text from t_main.search_entry
            where platform.grams(text) @> platform.grams(?) and text like ? order by record desc limit 20""";

    private final Tap tap;
    private final BareSql sql;
    private final JsonMapper json;
    private final Map<String, List<Taken>> kept = new ConcurrentHashMap<>();

    BareEndpoints(Tap tap, BareSql sql, JsonMapper json) {
        this.tap = tap;
        this.sql = sql;
        this.json = json;
    }

    @PutMapping("/tap")
    @RequiresScope(Scope.RECORDS_READ)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open() {
        tap.open();
    }

    /** Keeps what ran on the tenant's tables, with its values, for {@link #replay}; answers it. */
    @DeleteMapping("/tap/{name}")
    @RequiresScope(Scope.RECORDS_READ)
    List<Taken> close(@PathVariable String name) {
        List<Taken> statements =
                tap.close().stream().filter(s -> s.sql().contains(TENANT)).toList();
        kept.put(name, statements);
        return statements;
    }

    @GetMapping("/replay/{name}")
    @RequiresScope(Scope.RECORDS_READ)
    void replay(@PathVariable String name, HttpServletResponse response) throws IOException, SQLException {
        List<Taken> statements = Objects.requireNonNull(kept.get(name));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try (JsonGenerator out = json.createGenerator(response.getOutputStream())) {
            out.writeStartArray();
            sql.run(true, connection -> {
                for (Taken statement : statements) {
                    BareSql.write(connection, statement, out);
                }
            });
            out.writeEndArray();
        }
    }

    @PostMapping("/lead")
    @RequiresScope(Scope.RECORDS_WRITE)
    ResponseEntity<Map<String, Object>> insert(@RequestBody JsonBody body) throws SQLException {
        Map<String, Object> given = body.object();
        UUID id = Generators.timeBasedEpochGenerator().generate();
        sql.run(false, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                statement.setObject(1, id);
                for (int i = 0; i < INSERTED.size(); i++) {
                    statement.setObject(i + 2, given.get(INSERTED.get(i)));
                }
                statement.executeUpdate();
            }
        });
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("id", id.toString(), "version", 1));
    }

    @GetMapping("/search")
    @RequiresScope(Scope.RECORDS_READ)
    void search(Parameters parameters, HttpServletResponse response) throws IOException, SQLException {
        String term = parameters.only("q").text("q").orElseThrow();
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try (JsonGenerator out = json.createGenerator(response.getOutputStream())) {
            sql.run(
                    true,
                    connection ->
                            BareSql.write(connection, new Taken(SEARCH, Map.of(1, term, 2, "%" + term + "%")), out));
        }
    }
}
