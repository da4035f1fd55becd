namespace MentorBot.Doctoring;

/// <summary>One thing that a configured bot needs, tried from inside.</summary>
internal interface ICheck
{
    /// <summary>What is looked at, in a word or two; no two checks say the same.</summary>
    string What { get; }

    /// <summary>Which checks have to be fine first: without them this one would only say the same again.</summary>
    IEnumerable<string> Needs => [];

    /// <summary>What fails in a way that nobody foresaw may throw.</summary>
    Task<Diagnosis> Look(CancellationToken cancellationToken);
}
