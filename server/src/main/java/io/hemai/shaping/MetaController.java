package io.hemai.shaping;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.WhileViewing;
import io.hemai.metadata.custom.Author;
import io.hemai.metadata.custom.CustomFields;
import io.hemai.metadata.custom.CustomObjects;
import io.hemai.metadata.fieldtype.FieldTypes;
import io.hemai.web.JsonBody;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Objects and fields over HTTP: what there is for everybody, shaping it for administrators. */
@RestController
@RequestMapping("/api/v1/meta")
class MetaController {
    private static final String OBJECTS = "/api/v1/meta/objects/";

    private final MetaDesk desk;
    private final CustomObjects objects;
    private final CustomFields fields;
    private final FieldTypes types;
    private final FieldDescriptions descriptions;
    private final FormulaRights formulas;

    MetaController(
            MetaDesk desk,
            CustomObjects objects,
            CustomFields fields,
            FieldTypes types,
            FieldDescriptions descriptions,
            FormulaRights formulas) {
        this.desk = desk;
        this.objects = objects;
        this.fields = fields;
        this.types = types;
        this.descriptions = descriptions;
        this.formulas = formulas;
    }

    @GetMapping("/objects")
    @WhileViewing
    @RequiresScope(Scope.META_READ)
    Map<String, Object> list() {
        return desk.list();
    }

    @GetMapping("/objects/{object}")
    @WhileViewing
    @RequiresScope(Scope.META_READ)
    Map<String, Object> object(@PathVariable String object) {
        return desk.object(object);
    }

    @GetMapping("/field_types")
    @WhileViewing
    @RequiresScope(Scope.META_READ)
    Map<String, Object> fieldTypes() {
        return Map.of("items", types.all().stream().map(descriptions::offer).toList());
    }

    @PostMapping("/objects")
    @RequiresScope(Scope.META_WRITE)
    ResponseEntity<Map<String, Object>> addObject(@RequestBody JsonBody body) {
        String name = objects.add(body.object(), desk.author());
        return created(OBJECTS + name, desk.afterwards(() -> desk.object(name)));
    }

    @PatchMapping("/objects/{object}")
    @RequiresScope(Scope.META_WRITE)
    Map<String, Object> changeObject(@PathVariable String object, @RequestBody JsonBody body) {
        objects.change(object, body.object(), desk.author());
        return desk.afterwards(() -> desk.object(object));
    }

    @DeleteMapping("/objects/{object}")
    @RequiresScope(Scope.META_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteObject(@PathVariable String object) {
        objects.delete(object, desk.author());
    }

    @PostMapping("/objects/{object}/restore")
    @RequiresScope(Scope.META_WRITE)
    Map<String, Object> restoreObject(@PathVariable String object) {
        objects.restore(object, desk.author());
        return desk.afterwards(() -> desk.object(object));
    }

    @PostMapping("/objects/{object}/fields")
    @RequiresScope(Scope.META_WRITE)
    ResponseEntity<Map<String, Object>> addField(@PathVariable String object, @RequestBody JsonBody body) {
        Author author = desk.author();
        formulas.require(object, body.object());
        String name = fields.add(object, body.object(), author);
        return created(OBJECTS + object + "/fields/" + name, desk.afterwards(() -> desk.field(object, name)));
    }

    @PatchMapping("/objects/{object}/fields/{field}")
    @RequiresScope(Scope.META_WRITE)
    Map<String, Object> changeField(
            @PathVariable String object, @PathVariable String field, @RequestBody JsonBody body) {
        Author author = desk.author();
        formulas.require(object, body.object());
        fields.change(object, field, body.object(), author);
        return desk.afterwards(() -> desk.field(object, field));
    }

    @DeleteMapping("/objects/{object}/fields/{field}")
    @RequiresScope(Scope.META_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteField(@PathVariable String object, @PathVariable String field) {
        fields.delete(object, field, desk.author());
    }

    @PostMapping("/objects/{object}/fields/{field}/restore")
    @RequiresScope(Scope.META_WRITE)
    Map<String, Object> restoreField(@PathVariable String object, @PathVariable String field) {
        fields.restore(object, field, desk.author());
        return desk.afterwards(() -> desk.field(object, field));
    }

    private static ResponseEntity<Map<String, Object>> created(String at, Map<String, Object> body) {
        return ResponseEntity.created(URI.create(at)).body(body);
    }
}
