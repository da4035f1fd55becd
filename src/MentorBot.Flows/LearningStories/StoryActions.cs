namespace MentorBot.Flows.LearningStories;

/// <summary>The ids on cards and in forms about the story of two people. Literal and versioned: cards outlive refactorings.</summary>
public static class StoryActions
{
    // Openers of forms.
    public const string Write = "stories.write.v1";
    public const string Read = "stories.read.v1";
    public const string Choose = "stories.choose.v1";

    // Presses.
    public const string TakeBack = "stories.take-back.v1";
    public const string RatherNot = "stories.rather-not.v1";
    public const string LeaveItSo = "stories.leave-it-so.v1";

    // In forms.
    public const string Keep = "stories.keep.v1";
    public const string Ready = "stories.ready.v1";
    public const string Offer = "stories.offer.v1";
    public const string Fine = "stories.fine.v1";
    public const string Leave = "stories.leave.v1";

    // In forms, to the next one.
    public const string ChangeNext = "stories.change-next.v1";
    public const string EachNext = "stories.each-next.v1";

    // What cards and forms carry beside the relationship: the own text and the joint one that were seen, and what is typed and ticked.
    public const string Text = "text";
    public const string Joint = "joint";
    public const string Words = "words";
    public const string Passages = "passages";
}
