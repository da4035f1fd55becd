using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using NodaTime;

namespace MentorBot.EndToEnd.Silence;

/// <summary>
/// Everything that the bot asks, from the offer to what two people keep. Each is asked on Monday 2 March 2026 unless it says
/// otherwise; a working day that was promised ends at six in the evening.
/// </summary>
internal static class Questions
{
    public static IReadOnlyList<Question> All { get; } =
    [
        // Offering to mentor
        new("The try-out of an offer: one reminder, and after sixty days the offer is erased",
            async scene =>
            {
                await scene.Stage.Install(scene.Noor, scene.Ana);
                await scene.Ana.Says("offer");
                var form = await scene.Ana.Sees("Before you write anything").Opens("Open the form");
                form.Fill(Staging.HelpOffered, "Someone to think with").Fill(Staging.ThemesOffered, Scene.Theme);
                await scene.Stage.Then(form.Submit("Offer this"));
                return scene.Ana;
            },
            "Without it, your offer is erased on Friday 1 May.", At(5, 1, 9), "This has been settled.")
        {
            ZoneOf = "Ana", EndsInPlace = true, Reminder = (At(3, 16, 8), "Your offer is waiting for the try-out. No hurry."),
        },
        new("An offer to be confirmed: after five working days a deputy is asked as well",
            async scene =>
            {
                await scene.Stage.Install(scene.Noor, scene.Sam, scene.Ana);
                await scene.Ana.Says("offer");
                var form = await scene.Ana.Sees("Before you write anything").Opens("Open the form");
                form.Fill(Staging.HelpOffered, "Someone to think with").Fill(Staging.ThemesOffered, Scene.Theme).Fill("Your own wish, and time for it", true);
                await scene.Stage.Then(form.Submit("Offer this"));
                await scene.Stage.Then(scene.Ana.Sees("One conversation to try it out").Press("I have mentored before"));
                return scene.Noor;
            },
            "Ana Lima hears by Monday 9 March. After that a deputy is asked as well.", At(3, 9, 18), "After that I ask all of you again.")
        {
            ZoneOf = "Ana", Others = [("Sam", At(3, 9, 18), "Ana Lima offers to mentor")],
        },

        new("An offer that was kept and not sent: erased after thirty days",
            async scene =>
            {
                await scene.Stage.Install(scene.Ana);
                await scene.Ana.Says("offer");
                var form = await scene.Ana.Sees("Before you write anything").Opens("Open the form");
                form.Fill(Staging.HelpOffered, "Someone to think with").Fill(Staging.ThemesOffered, Scene.Theme);
                await scene.Stage.Then(form.Submit("Keep this for later"));
                return scene.Ana;
            },
            "It is erased on Wednesday 1 April unless you send it.", At(4, 1, 9), "Erased. Type “offer” to begin again.")
        {
            ZoneOf = "Ana", EndsInPlace = true,
        },

        new("A pause until a day: on that morning the mentor is open again",
            async scene =>
            {
                await scene.Stage.Install(scene.Noor, scene.Ana);
                await scene.Stage.BecomesMentor(scene.Ana, Scene.Theme);
                var form = await scene.Ana.Sees("From now on someone may choose you").Opens("Pause until");
                await scene.Stage.Then(form.Fill("The day you are back", new LocalDate(2026, 3, 16)).Submit("Pause"));
                return scene.Ana;
            },
            "You are pausing until Monday 16 March.", At(3, 16, 8), "You are open to one person again, as you had planned.")
        {
            ZoneOf = "Ana",
        },

        // Finding somebody
        new("Wishes that were kept and not sent: erased after thirty days",
            async scene =>
            {
                await scene.Stage.Install(scene.Ben);
                var form = (await Staging.AskForm(scene.Ben)).Fill(Staging.HelpWanted, "Someone to think with");
                await scene.Stage.Then(form.Submit("Keep this for later"));
                return scene.Ben;
            },
            "It is erased on Wednesday 1 April unless you send it.", At(4, 1, 4), "This has been settled.")
        {
            EndsInPlace = true,
        },
        new("A word with the coordinator: after five working days the deputies are asked as well, by a new date",
            async scene =>
            {
                await scene.Stage.Install(scene.Noor, scene.Sam, scene.Ben);
                await scene.Stage.Asks(scene.Ben, Scene.Theme);
                await scene.Until("Ben", At(3, 5, 18));
                await scene.Stage.Then(scene.Ben.Sees("Not yet").Press("Talk with Noor"));
                return scene.Noor;
            },
            "I have promised a word by Thursday 12 March.", At(3, 12, 18), "I have promised a word by Thursday 19 March.")
        {
            EndsInPlace = true, Others = [("Sam", At(3, 12, 18), "Ben Carter would like a word")],
        },
        new("The coordinator, about whom the bot found: after three working days they go out",
            async scene =>
            {
                await scene.BenAsks();
                await scene.Stage.Found(scene.Ben);
                return scene.Noor;
            },
            "Without a press this goes out on Thursday 5 March.", At(3, 5, 18), null)
        {
            Others = [("Ben", At(3, 5, 18), "Someone you could talk with")],
        },
        new("Nobody found yet: the bot goes on looking, and says so after five working days",
            async scene =>
            {
                await scene.Stage.Install(scene.Noor, scene.Ben);
                await scene.Stage.Asks(scene.Ben, Scene.Theme);
                await scene.Until("Ben", At(3, 5, 18));
                return scene.Ben;
            },
            "Without an answer I go on looking, and tell you by Thursday 12 March.", At(3, 12, 18), "tell you by Thursday 19 March"),
        new("Three to choose from: one reminder after three working days, and after five it is put aside",
            async scene =>
            {
                await scene.BenMayChoose();
                return scene.Ben;
            },
            "Choose by Monday 9 March; without that I put this aside and keep your place.", At(3, 9, 18), "I've put this aside and kept your place until Wednesday 8 April.")
        {
            EndsInPlace = true, Reminder = (At(3, 5, 18), "Choose by Monday 9 March"),
        },
        new("Put aside: the place is kept for thirty days",
            async scene =>
            {
                await scene.BenMayChoose();
                await scene.Until("Ben", At(3, 9, 18));
                return scene.Ben;
            },
            "I've put this aside and kept your place until Wednesday 8 April.", At(4, 8, 18), "This has been settled.")
        {
            EndsInPlace = true,
        },

        // Being asked
        new("The mentor who was chosen: one reminder after three working days, and after five the bot looks elsewhere",
            async scene =>
            {
                await scene.AnaIsAsked();
                return scene.Ana;
            },
            "Without an answer by Monday 9 March I look elsewhere.", At(3, 9, 18), "This has been settled")
        {
            EndsInPlace = true,
            Reminder = (At(3, 5, 18), "Still open until Monday 9 March"),
            Others = [("Ben", At(3, 10, 9), "This one didn't come about")],
        },
        new("A mentor who lets a second question pass: resting, and told so kindly",
            async scene =>
            {
                await scene.AnaIsAsked();
                await scene.Until("Ben", At(3, 10, 9));
                await scene.Stage.Install(scene.Eva);
                await scene.Stage.Asks(scene.Eva, Scene.Theme);
                await scene.Stage.Sends(scene.Eva);
                await scene.Stage.Chooses(scene.Eva, scene.Ana);
                return scene.Ana;
            },
            "Without an answer by Tuesday 17 March I look elsewhere.", At(3, 17, 18), "Nobody is told.")
        {
            ZoneOf = "Eva",
            Reminder = (At(3, 13, 18), "Still open until Tuesday 17 March"),
            Others = [("Eva", At(3, 18, 9), "This one didn't come about")],
        },
        new("It did not come about: after five working days the bot goes on looking",
            async scene =>
            {
                await scene.AnaIsAsked();
                await scene.Until("Ben", At(3, 10, 9));
                return scene.Ben;
            },
            "Without an answer I go on looking from Tuesday 17 March.", At(3, 17, 18), "I'm looking")
        {
            EndsInPlace = true,
        },
        new("Twenty minutes this week: no reminder, and with the last of the times the bot looks elsewhere",
            async scene =>
            {
                await scene.Stage.Install(scene.Noor, scene.Ana, scene.Ben);
                await scene.Stage.BecomesMentor(scene.Ana, Scene.Theme);
                var form = (await Staging.AskForm(scene.Ben)).Fill(Staging.HelpWanted, "Someone to think with").Fill("How soon?", "This week, it is pressing");
                await scene.Stage.Then(form.Submit("Find me someone"));
                await scene.Stage.Sends(scene.Ben);
                await scene.Stage.Chooses(scene.Ben, scene.Ana);
                return scene.Ana;
            },
            "Without an answer by Tuesday 3 March", At(3, 3, 11), "This has been settled")
        {
            EndsInPlace = true, Others = [("Ben", At(3, 3, 11), "Nobody had twenty minutes in these two days.")],
        },
        new("Invited by name: one reminder after three working days, and after five it simply lapses",
            async scene =>
            {
                await scene.BenInvites(scene.Ana);
                return scene.Ana;
            },
            "Without an answer by Monday 9 March this simply lapses.", At(3, 9, 18), "This has been settled")
        {
            EndsInPlace = true,
            Reminder = (At(3, 5, 18), "Still open until Monday 9 March"),
            Others = [("Ben", At(3, 10, 9), "With Ana Lima it didn't come about.")],
        },
        new("An invitation that did not come about: after five working days it is erased",
            async scene =>
            {
                await scene.BenInvites(scene.Ana);
                await scene.Until("Ben", At(3, 10, 9));
                return scene.Ben;
            },
            "Without an answer this rests from Tuesday 17 March on, and is erased.", At(3, 17, 18), "This has been settled.")
        {
            EndsInPlace = true,
        },
        new("A line to forward: it works for thirty days",
            async scene =>
            {
                await scene.BenInvites(scene.Zainab);
                return scene.Ben;
            },
            "It works until Wednesday 1 April, and only for Zainab Bello.", At(4, 1, 4), "This has been settled.")
        {
            EndsInPlace = true,
        },

        // Finding a time
        new("Times for both: one reminder after two days, and after three nothing is booked",
            async scene =>
            {
                await scene.TheyAreTogetherWithoutATime();
                return scene.Ben;
            },
            "Without a choice by Thursday 5 March nothing is booked", At(3, 6, 0), "Nothing was chosen, so nothing is booked.")
        {
            EndsInPlace = true,
            Reminder = (At(3, 4, 3), "Here they are once more. I don't ask again."),
            Others = [("Ana", At(3, 6, 0), "Nothing was chosen, so nothing is booked.")],
        },
        new("No hour in common: looked at again after two weeks",
            async scene =>
            {
                await scene.TheyAreTogetherWithNothingBooked();
                await scene.WorksThrough(scene.Ana);
                await scene.Ben.Says("time");
                await scene.Stage.Then(scene.Ben.Sees("No hour in common just now").Press("Look again later"));
                return scene.Ben;
            },
            "I look again on Monday 16 March.", At(3, 16, 4), "No hour in common just now"),
        new("A time outside the other's usual hours: nothing is booked when three days or the time itself have passed",
            async scene =>
            {
                await scene.TheyAreTogetherWithNothingBooked();
                await scene.WorksThrough(scene.Ana);
                await scene.Ben.Says("time");
                await scene.Stage.Then(scene.Ben.Sees("No hour in common just now").Press("Beyond usual hours"));
                var times = scene.Ben.Sees("Times for you and Ana Lima");
                await scene.Stage.Then(times.Press(times.Titles[^3]));
                return scene.Ana;
            },
            "which lies outside your usual hours. Would you?", At(3, 6, 0), "This has been settled")
        {
            EndsInPlace = true,
        },

        // Talking
        new("A conversation left open: it closes at four in the morning",
            async scene =>
            {
                await scene.TheyTalk();
                return scene.Ana;
            },
            "Learn · 2 of 4", At(3, 3, 4), "This one is closed. If you left in the middle, nothing is missing")
        {
            EndsInPlace = true, Others = [("Ben", At(3, 3, 4), "This one is closed.")],
        },
        new("A quiet month: both are offered times when it ends",
            async scene =>
            {
                await scene.TheyAreTogetherWithNothingBooked();
                await scene.Ana.Says("offer");
                var form = await scene.Ana.Sees("When it gets tight").Opens("When it gets tight");
                form = (await form.Submit("Quiet month")).Form;
                await scene.Stage.Then(form.Submit("Send this"));
                return scene.Ben;
            },
            "It is quiet between you and Ana Lima until Wednesday 1 April. Then I offer you both some times.", At(4, 1, 4), "The quiet time with Ana Lima is over.")
        {
            // That it is over, and the times.
            Messages = 2,
            Others = [("Ana", At(4, 1, 4), "The quiet time with Ben Carter is over.")],
        },
        new("After the first conversation: for seven days each may say whether they would like another, and then it is left open",
            async scene =>
            {
                await scene.TheyTalk();
                await scene.Ben.Says("where am i");
                await scene.Stage.Then(scene.Ben.Sees("the card for your conversation is open").Press("We met"));
                return scene.Ben;
            },
            "Without an answer by Monday 9 March I leave it open", At(3, 10, 0), "I leave it open. “time” finds you one.")
        {
            EndsInPlace = true, Others = [("Ana", At(3, 10, 0), "I leave it open. “time” finds you one.")],
        },
        new("Something to try: brought back once, where that was asked for, and not again",
            async scene =>
            {
                await scene.TheyAreTogetherWithNothingBooked();
                var form = (await (await Scene.WhereAmI(scene.Ben)).Submit("Our things to try")).Form;
                form = (await form.Submit("Something to try")).Form;
                form.Fill("What is it?", "Walk home once.").Fill("Is there a good day for it?", new LocalDate(2026, 3, 5)).Fill("Shall I remind you?", "Once, in the morning of that day");
                await scene.Stage.Then(form.Submit("Save"));
                await scene.Until("Ben", At(3, 5, 9));
                return scene.Ben;
            },
            "You asked me to bring something back to you today.", At(4, 5, 9), null),
        new("A relationship gone quiet: both are asked once, and not again",
            async scene =>
            {
                await scene.TheyAreTogetherWithNothingBooked();
                await scene.Until("Ben", At(4, 16, 5));
                await scene.Until("Ben", At(4, 16, 8));
                return scene.Ben;
            },
            "It has been a while. That may be just right.", At(7, 16, 8), null),

        // Keeping
        new("Anything to keep? One reminder two days before the end, and after seven days nothing is kept",
            async scene =>
            {
                await scene.TheyTalkedAndNoted();
                await scene.Until("Ben", At(3, 3, 9));
                return scene.Ana;
            },
            "Without a press from either of you by Tuesday 10 March, nothing is kept and the shared notes are erased.", At(3, 10, 18), "Nothing was kept of your conversation with")
        {
            EndsInPlace = true,
            Reminder = (At(3, 8, 10), "Anything to keep?"),
            Others = [("Ben", At(3, 10, 18), "Nothing was kept of your conversation with")],
        },
        new("Something shown to the other: one reminder two days before the end, and after seven days each keeps their own lines",
            async scene =>
            {
                await scene.TheyTalkedAndNoted();
                await scene.Until("Ben", At(3, 3, 9));
                var form = await scene.Ana.Sees("Anything to keep?").Opens("Keep something");
                await scene.Stage.Then(form.Fill("For both of us", "Walk, and do not call.").Submit("Show Ben Carter"));
                return scene.Ben;
            },
            "Without an answer by Tuesday 10 March each of you keeps your own lines instead.", At(3, 10, 18), "You each keep your own lines.")
        {
            EndsInPlace = true,
            Reminder = (At(3, 8, 10), "Ana Lima put something together"),
            Others = [("Ana", At(3, 10, 18), "You each keep your own lines.")],
        },
        new("A draft that waits: after seven days its author has their own lines",
            async scene =>
            {
                await scene.TheyTalkedAndNoted();
                await scene.Until("Ben", At(3, 3, 9));
                var form = await scene.Ana.Sees("Anything to keep?").Opens("Keep something");
                await scene.Stage.Then(form.Fill("For both of us", "Walk, and do not call.").Submit("Later"));
                return scene.Ana;
            },
            "Your draft waits until Tuesday 10 March.", At(3, 10, 18), "You each keep your own lines.")
        {
            EndsInPlace = true, Reminder = (At(3, 8, 10), "Your draft waits until Tuesday 10 March."),
        },

        .. StoryQuestions.All,
    ];

    private static LocalDateTime At(int month, int day, int hour, int minute = 0) => new(2026, month, day, hour, minute);
}
