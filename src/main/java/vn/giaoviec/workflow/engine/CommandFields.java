package vn.giaoviec.workflow.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.jspecify.annotations.Nullable;

/** Looks into the engine's commands, whose fields have no accessors, so that guards need no list of commands. */
public final class CommandFields {
    private CommandFields() {}

    /** What the command's fields hold, nulls left out. */
    public static List<Object> values(Command<?> command) {
        return fields(command).stream()
                .map(field -> read(field, command))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What the field of that name holds, or null if it holds nothing or there is none. */
    public static @Nullable Object value(Command<?> command, String name) {
        return fields(command).stream()
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .map(field -> read(field, command))
                .orElse(null);
    }

    private static List<Field> fields(Command<?> command) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = command.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    private static @Nullable Object read(Field field, Command<?> command) {
        try {
            field.setAccessible(true);
            return field.get(command);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
