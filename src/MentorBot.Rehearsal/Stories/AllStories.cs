namespace MentorBot.Rehearsal.Stories;

/// <summary>Everything that is rehearsed, in the order in which it is told; each story in a town of its own.</summary>
public static class AllStories
{
    public static IReadOnlyList<(string Title, Func<Town, Story> In)> InOrder { get; } =
    [
        (TwoConversationsStory.Title, town => new TwoConversationsStory(town).Told),
        (OfferingStory.Title, town => new OfferingStory(town).Told),
        (ShortestPathStory.Title, town => new ShortestPathStory(town).Told),
        (TalkSoonStory.Title, town => new TalkSoonStory(town).Told),
        (AskingStory.Title, town => new AskingStory(town).Told),
        (NobodyYetStory.Title, town => new NobodyYetStory(town).Told),
        (AnsweringStory.Title, town => new AnsweringStory(town).Told),
        (LastPlaceStory.Title, town => new LastPlaceStory(town).Told),
        (TimesStory.Title, town => new TimesStory(town).Told),
        (SessionStory.Title, town => new SessionStory(town).Told),
        (BetweenStory.Title, town => new BetweenStory(town).Told),
        (KeepingStory.Title, town => new KeepingStory(town).Told),
        (RelationshipStory.Title, town => new RelationshipStory(town).Told),
        (ClosingStory.Title, town => new ClosingStory(town).Told),
        (LookingBackStory.Title, town => new LookingBackStory(town).Told),
        (WritingStory.Title, town => new WritingStory(town).Told),
        (QuietStory.Title, town => new QuietStory(town).Told),
        (InvitingStory.Title, town => new InvitingStory(town).Told),
        (CheckInsStory.Title, town => new CheckInsStory(town).Told),
        (CoordinatorStory.Title, town => new CoordinatorStory(town).Told),
        (RosterStory.Title, town => new RosterStory(town).Told),
        (MyDataStory.Title, town => new MyDataStory(town).Told),
        (CohortStory.Title, town => new CohortStory(town).Told),
    ];
}
