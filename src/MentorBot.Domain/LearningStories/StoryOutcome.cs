namespace MentorBot.Domain.LearningStories;

/// <summary>The answer to whoever pressed. What they see next follows from how it stands now.</summary>
public abstract record StoryOutcome
{
    /// <summary>It was done just now.</summary>
    public sealed record Done(LearningStory Now) : StoryOutcome;

    /// <summary>Nothing to do: pressed twice, on a card from earlier, or it was over; null when there is nothing of the kind (any more).</summary>
    public sealed record AsItIs(LearningStory? Now) : StoryOutcome;

    /// <summary>It is another one than they saw. Nothing of what they sent was taken.</summary>
    public sealed record ChangedMeanwhile(LearningStory Now) : StoryOutcome;

    /// <summary>It can be written no more: the two have exchanged what they had.</summary>
    public sealed record Over(LearningStory Now) : StoryOutcome;

    /// <summary>The card was meant for somebody else.</summary>
    public sealed record NotYours : StoryOutcome;
}
