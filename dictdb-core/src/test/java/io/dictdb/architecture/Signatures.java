package io.dictdb.architecture;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/* The public face of some classes as text: one line for a type, one indented line for each member, everything sorted. Whatever a
 * caller could notice at compile time stands in it (modifiers, generics, nullness, record components, permitted subtypes,
 * exceptions), and nothing else does, so that a changed line is a changed promise. Left out: what the language dictates (the
 * values() of an enum, the accessors and the canonical constructor of a record), overridden methods of Object, and names of
 * parameters. */
final class Signatures {
    private static final Set<String> OBJECT_METHODS = Set.of("equals[Object]", "hashCode[]", "toString[]");
    private static final Set<String> ENUM_METHODS = Set.of("values[]", "valueOf[String]");

    /** Packages whose classes go by their simple names. */
    private static final Set<String> SHORT = Set.of("io.dictdb", "java.lang", "java.util");

    private final List<String> lines = new ArrayList<>();
    private final Set<Class<?>> named = new TreeSet<>(Comparator.comparing(Class::getName));

    private Signatures() {}

    static Signatures of(Collection<Class<?>> types) {
        Signatures signatures = new Signatures();
        types.stream()
                .filter(Signatures::reachable)
                .sorted(Comparator.comparing(Signatures::name))
                .forEach(signatures::type);
        return signatures;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Every class that the signatures mention. */
    Set<Class<?>> named() {
        return named;
    }

    private static boolean reachable(Class<?> type) {
        return visible(type.getModifiers())
                && !type.isAnonymousClass()
                && (type.getDeclaringClass() == null || reachable(type.getDeclaringClass()));
    }

    private static boolean visible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private void type(Class<?> type) {
        lines.add(modifiers(type)
                + kind(type)
                + name(type)
                + typeParameters(type.getTypeParameters())
                + components(type)
                + parents(type)
                + permits(type));
        for (Object constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
            lines.add("    " + ((Enum<?>) constant).name());
        }
        members(type.getDeclaredFields(), field -> !field.isEnumConstant(), this::field);
        members(type.getDeclaredConstructors(), constructor -> !canonical(constructor), this::constructor);
        members(type.getDeclaredMethods(), method -> !dictated(method), this::method);
    }

    private <M extends Member> void members(M[] members, Predicate<M> wanted, Function<M, String> text) {
        Stream.of(members)
                .filter(member -> visible(member.getModifiers()) && !member.isSynthetic())
                .filter(wanted)
                .sorted(Comparator.<M, String>comparing(Member::getName).thenComparing(text))
                .forEach(member -> lines.add("    " + text.apply(member)));
    }

    private static boolean canonical(Constructor<?> constructor) {
        Class<?> owner = constructor.getDeclaringClass();
        return owner.isRecord()
                && Stream.of(owner.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toList()
                        .equals(List.of(constructor.getParameterTypes()));
    }

    private static boolean dictated(Method method) {
        Class<?> owner = method.getDeclaringClass();
        String call = method.getName()
                + Stream.of(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .toList();
        boolean accessor = owner.isRecord()
                && Stream.of(owner.getRecordComponents()).anyMatch(component -> method.equals(component.getAccessor()));
        boolean enumMethod = owner.isEnum() && ENUM_METHODS.contains(call);
        return accessor || enumMethod || OBJECT_METHODS.contains(call);
    }

    private static String modifiers(Class<?> type) {
        int dropped = Modifier.INTERFACE;
        if (type.isInterface()) {
            dropped |= Modifier.ABSTRACT | Modifier.STATIC;
        } else if (type.isEnum() || type.isRecord()) {
            dropped |= Modifier.ABSTRACT | Modifier.FINAL | Modifier.STATIC;
        }
        return deprecated(type)
                + words(type.getModifiers() & ~dropped)
                + (type.isSealed() && !type.isEnum() ? "sealed " : "");
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "@interface ";
        }
        return type.isInterface() ? "interface " : type.isEnum() ? "enum " : type.isRecord() ? "record " : "class ";
    }

    private String components(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.getRecordComponents())
                        .map(component -> text(component.getAnnotatedType()) + " " + component.getName())
                        .collect(joining(", ", "(", ")"))
                : "";
    }

    private String parents(Class<?> type) {
        AnnotatedType parent = type.getAnnotatedSuperclass();
        boolean implied = parent == null || type.isEnum() || type.isRecord() || parent.getType() == Object.class;
        return (implied ? "" : " extends " + text(parent))
                + list(type.isInterface() ? " extends " : " implements ", type.getAnnotatedInterfaces());
    }

    private String permits(Class<?> type) {
        return type.isSealed() && !type.isEnum()
                ? Stream.of(type.getPermittedSubclasses())
                        .map(this::classText)
                        .sorted()
                        .collect(joining(", ", " permits ", ""))
                : "";
    }

    private String field(Field field) {
        return deprecated(field) + words(field.getModifiers()) + text(field.getAnnotatedType()) + " " + field.getName();
    }

    private String constructor(Constructor<?> constructor) {
        return head(constructor, "") + constructor.getDeclaringClass().getSimpleName() + tail(constructor);
    }

    private String method(Method method) {
        return head(method, text(method.getAnnotatedReturnType()) + " ")
                + method.getName()
                + tail(method)
                + (method.getDefaultValue() == null ? "" : " default " + method.getDefaultValue());
    }

    private String head(Executable executable, String returned) {
        int dropped =
                Modifier.SYNCHRONIZED | Modifier.TRANSIENT | Modifier.VOLATILE | Modifier.NATIVE | Modifier.STRICT;
        if (executable.getDeclaringClass().isInterface()) {
            dropped |= Modifier.PUBLIC | Modifier.ABSTRACT;
        }
        String byDefault = executable instanceof Method method && method.isDefault() ? "default " : "";
        String parameters = typeParameters(executable.getTypeParameters());
        return deprecated(executable)
                + words(executable.getModifiers() & ~dropped)
                + byDefault
                + (parameters.isEmpty() ? "" : parameters + " ")
                + returned;
    }

    private String tail(Executable executable) {
        String parameters = Stream.of(executable.getAnnotatedParameterTypes())
                .map(this::text)
                .collect(joining(", ", "(", ")"));
        return (executable.isVarArgs() ? parameters.replaceFirst("\\[]\\)$", "...)") : parameters)
                + list(" throws ", executable.getAnnotatedExceptionTypes());
    }

    private String typeParameters(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Stream.of(variables).map(this::typeParameter).collect(joining(", ", "<", ">"));
    }

    private String typeParameter(TypeVariable<?> variable) {
        return variable.getName() + bounds(" extends ", variable.getAnnotatedBounds());
    }

    private String list(String before, AnnotatedType[] types) {
        return types.length == 0 ? "" : Stream.of(types).map(this::text).collect(joining(", ", before, ""));
    }

    private String bounds(String before, AnnotatedType[] bounds) {
        String text = Stream.of(bounds).map(this::text).collect(joining(" & "));
        return text.isEmpty() || text.equals("Object") ? "" : before + text;
    }

    private String text(AnnotatedType type) {
        String nullable = type.isAnnotationPresent(Nullable.class) ? "@Nullable " : "";
        if (type instanceof AnnotatedArrayType array) {
            String own = nullable.isEmpty() ? "[]" : " @Nullable []";
            return text(array.getAnnotatedGenericComponentType()) + own;
        }
        if (type instanceof AnnotatedParameterizedType parameterized) {
            Class<?> raw = (Class<?>) ((ParameterizedType) parameterized.getType()).getRawType();
            return nullable
                    + classText(raw)
                    + Stream.of(parameterized.getAnnotatedActualTypeArguments())
                            .map(this::text)
                            .collect(joining(", ", "<", ">"));
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            String lower = bounds(" super ", wildcard.getAnnotatedLowerBounds());
            return nullable + "?" + (lower.isEmpty() ? bounds(" extends ", wildcard.getAnnotatedUpperBounds()) : lower);
        }
        return nullable
                + (type.getType() instanceof Class<?> plain
                        ? classText(plain)
                        : type.getType().getTypeName());
    }

    private String classText(Class<?> type) {
        named.add(type);
        String name = name(type);
        String before = type.getPackageName() + ".";
        boolean shortened = SHORT.contains(type.getPackageName()) && name.startsWith(before);
        return shortened ? name.substring(before.length()) : name;
    }

    private static String name(Class<?> type) {
        return type.getTypeName().replace('$', '.');
    }

    private static String deprecated(AnnotatedElement element) {
        return element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "";
    }

    private static String words(int modifiers) {
        String text = Modifier.toString(modifiers);
        return text.isEmpty() ? "" : text + " ";
    }
}
