namespace MentorBot.Settings;

/// <summary>One of "Programme:Groups": who may be asked apart from everyone.</summary>
public sealed class GroupOptions
{
    /// <summary>Stored, so it outlives a change of the name: lower-case letters, digits and hyphens.</summary>
    public string Id { get; set; } = "";

    /// <summary>As people read it.</summary>
    public string Name { get; set; } = "";

    /// <summary>As the directory has them; that of whoever is mentored decides.</summary>
    public List<string> Departments { get; } = [];
}
