using NodaTime;

namespace MentorBot.EndToEnd.Silence;

/// <summary>What two people who have finished are asked about their story and staying in touch, on the same Monday. There is no reminder: nothing more was promised than what they write themselves.</summary>
internal static class StoryQuestions
{
    public static IReadOnlyList<Question> All { get; } =
    [
        new("Would you exchange what you write? After seven days there is no exchange",
            async scene =>
            {
                await scene.TheyFinished();
                await scene.Writes(scene.Ben);
                return scene.Ana;
            },
            "Without it by Monday 9 March each keeps their own.", At(3, 9, 18), "This has been settled.")
        {
            EndsInPlace = true, Others = [("Ben", At(3, 9, 18), "No exchange this time. Yours stays yours.")],
        },
        new("Passages were offered: after seven days without the other's both stay as they are",
            async scene =>
            {
                await scene.TheyExchanged();
                await scene.Offers(scene.Ben);
                return scene.Ana;
            },
            "Without yours by Monday 9 March both stay as they are.", At(3, 9, 18), "Both stay as they are.")
        {
            EndsInPlace = true, Others = [("Ben", At(3, 9, 18), "Both stay as they are.")],
        },
        new("A joint story: after seven days without both saying that it is fine, both stay as they are",
            async scene =>
            {
                await scene.TheyExchanged();
                await scene.Offers(scene.Ben);
                await scene.Offers(scene.Ana);
                await scene.Stage.Then((await scene.Ben.Sees("Your joint story").Opens("Read it")).Submit("Fine like this"));
                return scene.Ana;
            },
            "Without that by Monday 9 March both stay as they are.", At(3, 9, 18), "Both stay as they are.")
        {
            EndsInPlace = true, Others = [("Ben", At(3, 9, 18), "Both stay as they are.")],
        },
        new("Would you stay in touch as equals? After seven days it stays as it was",
            async scene =>
            {
                await scene.TheyFinished();
                await scene.Stage.Then((await scene.Ana.Sees("Finished").Opens("Stay in touch")).Submit("I'd like that"));
                return scene.Ben;
            },
            "Without an answer by Monday 9 March it stays as it is.", At(3, 10, 0), "This has been settled.")
        {
            EndsInPlace = true, Others = [("Ana", At(3, 10, 0), "It stays as it was.")],
        },
    ];

    private static LocalDateTime At(int month, int day, int hour) => new(2026, month, day, hour, 0);
}
