using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace MentorBot.Tests.Architecture;

/// <summary>What compiled code names: in its declarations, and in the bodies of its methods.</summary>
internal static class CompiledCode
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value & 0xFFFF);

    /// <summary>The type as written in source: closures and state machines belong to the type that they were made from.</summary>
    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    /// <summary>Every type that this one names, anywhere.</summary>
    public static IEnumerable<Type> TypesIn(Type type) =>
        Declared(type).Concat(Bodies(type).SelectMany(Members).SelectMany(NamedBy)).SelectMany(Parts).Distinct();

    /// <summary>Every method that an assembly's code calls or takes, and the type (as written in source) that does.</summary>
    public static IEnumerable<(Type Caller, MethodBase Called)> Calls(Assembly assembly) =>
        from type in assembly.GetTypes()
        from body in Bodies(type)
        from called in Members(body).OfType<MethodBase>()
        select (Outermost(type), called);

    private static IEnumerable<Type> Declared(Type type) =>
    [
        .. type.BaseType is { } baseType ? [baseType] : Type.EmptyTypes,
        .. type.GetInterfaces(),
        .. type.GetFields(Everything).Select(field => field.FieldType),
        .. type.GetProperties(Everything).Select(property => property.PropertyType),
        .. type.GetMethods(Everything).Select(method => method.ReturnType),
        .. Bodies(type).SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType),
        .. Bodies(type).SelectMany(method => method.GetMethodBody()?.LocalVariables ?? []).Select(local => local.LocalType),
    ];

    private static IEnumerable<MethodBase> Bodies(Type type) => type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything));

    private static IEnumerable<Type> NamedBy(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        MethodInfo { IsGenericMethod: true } method => [method.DeclaringType!, method.ReturnType, .. method.GetGenericArguments()],
        MethodInfo method => [method.DeclaringType!, method.ReturnType],
        _ => [member.DeclaringType!],
    };

    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericParameter: true } => [],
        { IsGenericType: true } => [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)],
        _ => [type],
    };

    private static IEnumerable<MemberInfo> Members(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il)
            yield break;

        var ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var ofMethod = method is { IsGenericMethod: true } ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? OpCodesByValue[0xFE00 | il[at + 1]] : OpCodesByValue[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType
                && method.Module.ResolveMember(BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at)), ofType, ofMethod) is { } member)
                yield return member;
            at += SizeOfOperand(code, il.AsSpan(at));
        }
    }

    private static int SizeOfOperand(OpCode code, ReadOnlySpan<byte> operand) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => sizeof(int) * (1 + BinaryPrimitives.ReadInt32LittleEndian(operand)),
        _ => 4,
    };
}
