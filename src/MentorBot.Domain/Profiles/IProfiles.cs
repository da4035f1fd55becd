namespace MentorBot.Domain.Profiles;

/// <summary>What the bot needs to know to talk with people.</summary>
public interface IProfiles
{
    /// <summary>The <see cref="Notices.Consequence.Tell"/> that a welcome leads to. Subject: the person.</summary>
    const string Hello = "welcome.hello";

    Task<Profile?> Find(PersonId person, CancellationToken cancellationToken);

    /// <summary>Changes the profile, from what is stored at that moment; writes only when something differs.</summary>
    /// <param name="change">Pure: it may be asked again when somebody else was faster.</param>
    Task<Profile> Change(PersonId person, Func<Profile, Profile> change, CancellationToken cancellationToken);

    /// <summary>Whether they were forgotten once: then nothing brings them back but what they do themselves.</summary>
    Task<bool> WasForgotten(PersonId person, CancellationToken cancellationToken);

    /// <summary>Welcomes the person unless they have been: Teams tells of one installation many times.</summary>
    Task Welcome(PersonId person, CancellationToken cancellationToken);
}
