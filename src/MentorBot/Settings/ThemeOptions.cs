namespace MentorBot.Settings;

/// <summary>One of "Programme:Themes": something to talk about.</summary>
public sealed class ThemeOptions
{
    /// <summary>Stored, so it outlives a change of the name: lower-case letters, digits and hyphens.</summary>
    public string Id { get; set; } = "";

    /// <summary>As people read it.</summary>
    public string Name { get; set; } = "";
}
