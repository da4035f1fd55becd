namespace MentorBot.Adapters.Embedded;

/// <summary>One line of iCalendar text, unfolded: NAME;PARAMETER=value:value.</summary>
internal readonly record struct IcsLine(string Name, string Parameters, string Value)
{
    /// <summary>Null when it is none.</summary>
    public static IcsLine? Of(string line)
    {
        var end = line.AsSpan().IndexOfAny(';', ':');
        var colon = end < 0 ? -1 : Outside(line, end, ':');
        if (end < 1 || colon < 0)
            return null;
        return new(line[..end].ToUpperInvariant(), line[end..colon], line[(colon + 1)..].Trim());
    }

    public bool Is(string name, string value) => Name == name && Value.Equals(value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The parameter's value without quotation marks; null when it has none of this name.</summary>
    public string? Parameter(string name)
    {
        for (var at = 0; at < Parameters.Length;)
        {
            var next = Outside(Parameters, at + 1, ';') is > 0 and var found ? found : Parameters.Length;
            var parameter = Parameters.AsSpan(at + 1, next - at - 1);
            var sign = parameter.IndexOf('=');
            if (sign > 0 && parameter[..sign].Equals(name, StringComparison.OrdinalIgnoreCase))
                return parameter[(sign + 1)..].Trim('"').ToString();
            at = next;
        }

        return null;
    }

    /// <summary>Where the character stands next outside quotation marks; less than 0 when nowhere.</summary>
    private static int Outside(string text, int from, char sought)
    {
        var quoted = false;
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == '"')
                quoted = !quoted;
            else if (!quoted && text[at] == sought)
                return at;
        }

        return -1;
    }
}
