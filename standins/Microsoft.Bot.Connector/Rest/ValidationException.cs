namespace Microsoft.Rest;

/// <summary>A route was called without something that it must have.</summary>
public class ValidationException : RestException
{
    public ValidationException(string rule, string target)
        : base($"'{target}' {rule}.")
    {
        Rule = rule;
        Target = target;
    }

    public string Rule { get; set; }

    public string Target { get; set; }
}
