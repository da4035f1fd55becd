using System.Reflection;
using System.Text.RegularExpressions;

namespace MentorBot.Tests.Architecture;

/// <summary>
/// Who wants to change one capability opens its folders, and nothing else: no capability leans on another, but for the pairs
/// listed here, and what is shared leans on none.
/// </summary>
public sealed partial class CapabilityFolderTests
{
    private static readonly string[] Capabilities =
    [
        "Requests", "Offers", "Matching", "Relationships", "Agreements", "Scheduling", "Sessions", "Notes", "Questions", "Experiments", "Moments", "Keeping", "Bundles",
        "Pulses", "Circles", "Closing", "LearningStories", "Evaluations", "MyData", "Console", "Roster", "Welcome",
    ];

    private static readonly string[] Shared = ["Directory", "Profiles", "Programme", "Wishes", "Notices", "Turns", "Cards", "Rows", "Deciding", "Due", "Outbox", "Sealing"];

    /// <summary>Which capability may use which other, and why.</summary>
    private static readonly Dictionary<(string User, string Used), string> AllowedPairs = new()
    {
        [("Requests", "Matching")] = "Who asks chooses one of those whom matching proposes, and a place with them is held.",
        [("Matching", "Requests")] = "What is asked for is what matching weighs.",
        [("Requests", "Offers")] = "Before choosing one reads a few words that a mentor wrote in their offer.",
        [("Requests", "Relationships")] = "After one has ended, the earlier answers and place are taken up.",
        [("Requests", "Scheduling")] = "A time that suits both travels with the question.",
        [("Matching", "Scheduling")] = "A yes may be to that time, if it is still free for both.",
        [("Relationships", "Scheduling")] = "It begins with that time, and its cards have the buttons for another one.",
        [("Relationships", "Sessions")] = "Its cards say when the two talk next.",
        [("Relationships", "Agreements")] = "Its first card has the button for the nine questions.",
        [("Relationships", "Requests")] = "It begins with a question that was answered yes, and keeps what was asked.",
        [("Relationships", "Matching")] = "Its id is that of the question, and its end frees a place.",
        [("Matching", "Relationships")] = "The answer to a yes is the card of the two.",
        [("Matching", "Sessions")] = "After a yes the card says when the two meet.",
        [("Matching", "Offers")] = "What is offered is what matching weighs.",
        [("Sessions", "Relationships")] = "It is between the two of one.",
        [("Scheduling", "Sessions")] = "What is booked lies before the two, beside the conversation they are in, and is decided with it.",
        [("Scheduling", "Relationships")] = "It is between the two of one, and ends with it.",
        [("Scheduling", "Questions")] = "The card with what is booked has the button for a question ahead.",
        [("Sessions", "Scheduling")] = "What is booked begins by itself; at the end the next one is booked, and who cannot make it calls it off.",
        [("Sessions", "Notes")] = "The card has the buttons for a note, and for reading them.",
        [("Sessions", "Questions")] = "What was left for this time is opened from the card.",
        [("Sessions", "Experiments")] = "What the two try is opened from the card.",
        [("Offers", "Matching")] = "The partner of a try-out is somebody who mentors.",
        [("Offers", "Relationships")] = "The card of a mentor with people has the button for when it gets tight.",
        [("Keeping", "Relationships")] = "What two people keep lies beside the two, and goes with them.",
        [("Keeping", "Sessions")] = "It is what they keep of a conversation, which leaves the question for the next morning.",
        [("Keeping", "Notes")] = "It is put together from the shared notes, which go where nothing is kept.",
        [("Keeping", "MyData")] = "Whoever opens it, that is noted; and its card has the button that shows it.",
        [("MyData", "Relationships")] = "Who else can open something is the other of the two.",
        [("MyData", "Sessions")] = "Who wants to be forgotten reads how many conversations are booked.",
        [("MyData", "Requests")] = "Who is forgotten asks nobody any more, and nobody asks them.",
        [("MyData", "Offers")] = "Who is forgotten offers nothing any more.",
        [("MyData", "Matching")] = "Who is forgotten was with nobody.",
        [("Relationships", "Bundles")] = "That what two kept will be erased is mentioned in no hurry.",
        [("Requests", "MyData")] = "It tells what it holds of a person.",
        [("Offers", "MyData")] = "It tells what it holds of a person.",
        [("Relationships", "MyData")] = "It tells what it holds of a person; and the card that says that it is complete has the button to take it along.",
        [("Scheduling", "MyData")] = "It tells what it holds of a person.",
        [("Bundles", "Relationships")] = "What it tells of a person may lie between two.",
        [("Bundles", "MyData")] = "It tells what it holds of a person.",
        [("MyData", "Scheduling")] = "What says how to take events out of the mailbox of who is forgotten stays until that is done.",
        [("MyData", "LearningStories")] = "Who is forgotten takes along what the other has not seen.",
        [("LearningStories", "MyData")] = "Whoever opens it, that is noted; it tells what it holds of a person; and its card has the button to take it along.",
        [("LearningStories", "Relationships")] = "It lies beside the two whose story it is, and goes with them.",
        [("LearningStories", "Sessions")] = "The relationship that a press is about is found as for a conversation.",
        [("Relationships", "LearningStories")] = "The card that says that it is complete has the button to write it.",
        [("Console", "Offers")] = "The desk counts what waits and shows the next offer to look at.",
        [("Console", "Requests")] = "The desk shows who waits, and lets those found for them go out.",
        [("Console", "Matching")] = "The desk counts mentors and their places, says why two people might suit, and matches everybody at once.",
        [("Relationships", "Questions")] = "Beside talking one can ask something ahead.",
        [("Relationships", "Experiments")] = "Beside talking one can look at what there is to try.",
        [("Closing", "Agreements")] = "After how many conversations the two look again is among what they agreed.",
        [("Closing", "Requests")] = "After how many conversations they look again follows from what was asked for.",
        [("Closing", "Relationships")] = "Going on, pausing and finishing is decided beside the two, and ends them.",
        [("Closing", "Scheduling")] = "One last conversation needs a time.",
        [("Closing", "Sessions")] = "What was held is counted there, and a last one is marked there.",
        [("Evaluations", "MyData")] = "It tells what it holds of a person, and forgets it.",
        [("Evaluations", "Relationships")] = "Looking back is about one relationship that is finished.",
        [("Relationships", "Evaluations")] = "The card that says that it is finished has the button for looking back.",
        [("Console", "Pulses")] = "Check-ins begin at the desk.",
        [("Console", "Roster")] = "The list of whom the programme has in view is pasted from the desk.",
        [("Console", "Sessions")] = "The desk says how many conversations there were.",
        [("Roster", "Console")] = "Coordinators alone take one over.",
        [("Roster", "Matching")] = "Who mentors already is not asked whether they would like to.",
        [("Roster", "Offers")] = "The question whether somebody would like to mentor has the button with which offering begins.",
        [("Roster", "Bundles")] = "Whoever is asked hears of it with the next things.",
        [("Roster", "MyData")] = "It tells what it holds of a person, and forgets it.",
        [("Roster", "Relationships")] = "What it tells of a person may lie between two.",
        [("Welcome", "Roster")] = "Who is thought of as a mentor and has just come is asked at first.",
        [("Pulses", "Bundles")] = "Whoever is asked hears of it with the next things.",
        [("Pulses", "Console")] = "Coordinators alone launch one.",
        [("Pulses", "MyData")] = "Reading one's own answers is noted as an opening.",
        [("Pulses", "Scheduling")] = "How far a conversation is away is measured from its time.",
        [("Pulses", "Sessions")] = "Nobody is asked close to a conversation.",
        [("Relationships", "Closing")] = "When two end, what they were asked about going on is settled.",
        [("Sessions", "Closing")] = "A conversation that was held may be the one after which they are asked.",
        [("Welcome", "Pulses")] = "Help offers a word with somebody.",
        [("Pulses", "Relationships")] = "A check-in asks about one relationship.",
        [("Notes", "Relationships")] = "A note lies between two people, while they go on.",
        [("Notes", "Sessions")] = "A note belongs to a part of a conversation, whose cards say that there is one.",
        [("Notes", "MyData")] = "Who opens words that were locked finds the day.",
        [("Questions", "Relationships")] = "A question lies between two people, while they go on.",
        [("Questions", "Sessions")] = "The card for the conversation says that there is one.",
        [("Questions", "Bundles")] = "The other hears of it with the next things.",
        [("Questions", "MyData")] = "Who opens words that were locked finds the day.",
        [("Experiments", "Relationships")] = "Something to try lies between two people, while they go on.",
        [("Experiments", "Sessions")] = "The two are found as for a conversation.",
        [("Experiments", "MyData")] = "Who opens words that were locked finds the day.",
        [("Moments", "Relationships")] = "Those with whom one talks may read a moment, if its author says so.",
        [("Moments", "MyData")] = "Who opens words that were locked finds the day.",
        [("Sessions", "Bundles")] = "That it has been quiet for long is mentioned in no hurry.",
        [("Sessions", "Agreements")] = "After the third conversation both may look at their aims once more.",
        [("Agreements", "Bundles")] = "That something is there to read is mentioned in no hurry.",
        [("Agreements", "Relationships")] = "Only the two of a relationship have an agreement, and what is shown lies beside the pair.",
        [("Agreements", "Sessions")] = "The two are found as their meetings are, and how long both would like it to be is kept there.",
        [("Agreements", "Scheduling")] = "How long both would like it to be is how long the next one is booked.",
        [("Agreements", "MyData")] = "Who opens what the other shows reads later on which day they did.",
        [("Relationships", "Agreements")] = "The card of the two has the button for the questions.",
        [("Welcome", "Requests")] = "The first card has the buttons with which asking begins, and says who asked for somebody who has just come.",
        [("Welcome", "Offers")] = "The first card has the button with which offering begins.",
        [("Welcome", "Console")] = "The first card of a coordinator has the button that opens the desk.",
    };

    private static readonly Assembly[] Laid = [House.Domain, House.Flows, House.Storage];

    /// <summary>Words are compiled into the project's own namespace; they belong to the folder of their file.</summary>
    private static readonly Dictionary<string, string> FoldersOfWords = House.Folders("src", "MentorBot.Flows")
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*Text.resx"))
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => Path.GetFileName(Path.GetDirectoryName(file)!), StringComparer.Ordinal);

    [Theory]
    [InlineData("src/MentorBot.Domain")]
    [InlineData("src/MentorBot.Flows")]
    [InlineData("src/MentorBot.Storage")]
    public void Every_folder_is_a_capability_or_shared(string project)
    {
        var unknown = House.Folders(project).Select(folder => Path.GetFileName(folder)!).Except(Capabilities).Except(Shared);

        Assert.Empty(unknown.Select(folder =>
            $"{project}/{folder} is new. A capability is named as in the house's list and goes into {nameof(Capabilities)}; what several of them stand on goes into {nameof(Shared)}."));
    }

    [Fact]
    public void No_compiled_code_uses_another_capability_but_the_pairs_listed()
    {
        var wrong =
            from assembly in Laid
            from type in assembly.GetTypes()
            from used in CompiledCode.TypesIn(type)
            where Laid.Contains(used.Assembly)
            let home = FolderOf(type)
            let other = FolderOf(used)
            where !IsAllowed(home, other)
            select Said(CompiledCode.Outermost(type).FullName!, home, CompiledCode.Outermost(used).FullName!, other);

        Assert.Empty(wrong.Distinct());
    }

    /// <summary>Constants leave no trace in compiled code; the file's own usings show them.</summary>
    [Fact]
    public void No_source_file_opens_another_capability_but_the_pairs_listed()
    {
        var wrong =
            from source in House.Sources("src/MentorBot.Domain", "src/MentorBot.Flows", "src/MentorBot.Storage")
            let home = source.Split('/') is [_, _, var folder, _, ..] ? folder : ""
            from line in House.Lines(source)
            let named = NamesFolder().Match(line)
            where named.Success && !IsAllowed(home, named.Groups["folder"].Value)
            select Said(source, home, line.Trim(), named.Groups["folder"].Value);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_listed_pair_is_still_in_use()
    {
        var used =
            (from assembly in Laid
             from type in assembly.GetTypes()
             from other in CompiledCode.TypesIn(type)
             where Laid.Contains(other.Assembly)
             select (FolderOf(type), FolderOf(other))).Concat(
                from source in House.Sources("src/MentorBot.Flows")
                from line in House.Lines(source)
                let named = NamesFolder().Match(line)
                where named.Success
                select (source.Split('/')[2], named.Groups["folder"].Value));

        Assert.Empty(AllowedPairs.Keys.Except(used));
    }

    private static bool IsAllowed(string from, string to) =>
        from == to || !Capabilities.Contains(to) || (Capabilities.Contains(from) && AllowedPairs.ContainsKey((from, to)));

    private static string Said(string user, string from, string used, string to) =>
        $"{user} ({from}) uses {used} ({to}). Let them meet in what is shared, or list the pair in {nameof(AllowedPairs)} with its reason.";

    private static string FolderOf(Type type)
    {
        if (FoldersOfWords.TryGetValue(CompiledCode.Outermost(type).Name, out var folder))
            return folder;
        var prefix = type.Assembly.GetName().Name + ".";
        var @namespace = CompiledCode.Outermost(type).Namespace ?? "";
        return @namespace.StartsWith(prefix, StringComparison.Ordinal) ? @namespace[prefix.Length..].Split('.')[0] : "";
    }

    [GeneratedRegex(@"\bMentorBot\.(Domain|Flows|Storage)\.(?<folder>[A-Z]\w+)")]
    private static partial Regex NamesFolder();
}
