package dev.attune.models.registry;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * About how many bytes models take: their own objects and arrays with 64-bit headers and compressed
 * references, what collections hold with 40 bytes an entry; nothing of the catalog.
 */
final class Footprint {
  private static final String MODELS = "dev.attune.models.";
  private static final int HEADER = 16;
  private static final int REFERENCE = 4;
  private static final int ENTRY = 40;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();
  private long bytes;

  private Footprint() {}

  static long of(Object root) {
    Footprint footprint = new Footprint();
    footprint.visit(root);
    while (!footprint.open.isEmpty()) {
      footprint.count(footprint.open.pop());
    }
    return footprint.bytes;
  }

  private void visit(Object object) {
    if (object != null && seen.add(object)) {
      open.push(object);
    }
  }

  private void count(Object object) {
    Class<?> type = object.getClass();
    if (type.isArray()) {
      countArray(object, type.getComponentType());
    } else if (object instanceof String text) {
      bytes += 2 * HEADER + 8 + text.length();
    } else if (object instanceof Map<?, ?> map) {
      bytes += HEADER + (long) ENTRY * map.size();
      map.forEach(
          (key, value) -> {
            visit(key);
            visit(value);
          });
    } else if (object instanceof Collection<?> all) {
      bytes += HEADER + (long) ENTRY * all.size();
      all.forEach(this::visit);
    } else if (type.getName().startsWith(MODELS)) {
      countFields(object, type);
    } else {
      bytes += HEADER;
    }
  }

  private void countArray(Object array, Class<?> component) {
    int length = Array.getLength(array);
    bytes += HEADER + (long) length * size(component);
    if (!component.isPrimitive()) {
      for (Object element : (Object[]) array) {
        visit(element);
      }
    }
  }

  private void countFields(Object object, Class<?> type) {
    bytes += HEADER;
    for (Class<?> part = type; part != null; part = part.getSuperclass()) {
      for (Field field : part.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          bytes += size(field.getType());
          if (!field.getType().isPrimitive() && field.trySetAccessible()) {
            visit(value(field, object));
          }
        }
      }
    }
  }

  private static Object value(Field field, Object object) {
    try {
      return field.get(object);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static int size(Class<?> type) {
    if (type == long.class || type == double.class) {
      return Long.BYTES;
    }
    if (type == byte.class || type == boolean.class) {
      return Byte.BYTES;
    }
    return type == short.class || type == char.class ? Short.BYTES : REFERENCE;
  }
}
