namespace MentorBot.Domain.Matching;

/// <summary>
/// What each reason counts: every number of the score, and nowhere else. The best that could be, with all that a wait adds, is
/// <see cref="Best"/>, so that a cohort can compare whole numbers.
/// </summary>
public static class Weights
{
    public const int Best = 1000;

    /// <summary>Somebody's own choice outweighs any two reasons that we find for them: taking part makes better relationships.</summary>
    public const int WishedFor = 210;

    /// <summary>What to talk about brings two people together more than anything else that we know of them.</summary>
    public const int Theme = 100;

    /// <summary>So many themes count fully: two are a conversation; who ticks all ten should not come first for it.</summary>
    public const int ThemesThatCountFully = 2;

    /// <summary>Each further theme only settles a tie.</summary>
    public const int FurtherTheme = 5;

    /// <summary>A programme has no more themes than this.</summary>
    public const int MostThemes = 10;

    /// <summary>The kind of help that is looked for is worth a theme.</summary>
    public const int Help = 100;

    /// <summary>A second kind says that the two see the same need, but it is mostly the same conversation.</summary>
    public const int SecondHelp = 40;

    /// <summary>Each further kind only settles a tie, for who ticks all of them has said little.</summary>
    public const int FurtherHelp = 5;

    /// <summary>Open to whatever is needed: less than the very kind, and more than another.</summary>
    public const int WhateverIsNeeded = 40;

    /// <summary>Somebody who does not know yet what would help is best with somebody who is open to whatever it turns out to be.</summary>
    public const int WhateverForWhoDoesNotKnow = 100;

    /// <summary>At ease with work like one's own, or quite different: a wish, where themes are a need.</summary>
    public const int Work = 80;

    /// <summary>Where it is pressing, soon is half of the help.</summary>
    public const int ShortNotice = 50;

    /// <summary>Each shared hour makes a time easier to find.</summary>
    public const int SharedHour = 10;

    /// <summary>Beyond six hours nothing gets easier.</summary>
    public const int MostSharedHours = 6;

    /// <summary>A first language makes hard things easier to say; everybody here manages in English.</summary>
    public const int Language = 25;

    /// <summary>Liking the same way of meeting is pleasant, and soon arranged otherwise.</summary>
    public const int Meeting = 30;

    /// <summary>Who is looking, too, knows what it is like; a mentor with time is as good.</summary>
    public const int LooksToo = 50;

    /// <summary>Every open mentor has this much reason to be asked.</summary>
    public const int HasTime = 20;

    /// <summary>All places free: so much more, and with each place taken less, so that the asking is shared fairly; never more than one theme.</summary>
    public const int FairLoad = 60;

    /// <summary>The mentor's own wish about whose work, met or left open: it counts as well, a little less than that of the person asking.</summary>
    public const int MentorAtEase = 20;

    /// <summary>Open to other topics, where the person asking said that topics close to theirs are fine, and none is shared: an opening, not yet a topic.</summary>
    public const int OpenToTopics = 20;

    /// <summary>A day of waiting settles near-ties between two people who wait; it never outweighs what suits.</summary>
    public const int DayOfWaiting = 1;

    /// <summary>After a month the queue has said what it can.</summary>
    public const int MostDaysOfWaiting = 30;
}
