using System.Globalization;
using NodaTime;

namespace MentorBot.Rehearsal;

/// <summary>Lets a human play one of the people in a terminal: type, press buttons by number, fill forms field by field, let time pass.</summary>
public sealed class TerminalPlayer(Town town, TextReader input, TextWriter output, bool forTerminal = false)
{
    private const string Words = "Type a message, or the number of a button. Also: later 3d, later 2h, later 30m · as NAME · chat · ? · quit";

    /// <summary>Days, hours or minutes in one step.</summary>
    private const int MostAtOnce = 1000;

    private Resident me = town.Residents[0];
    private SeenSheet? screen;
    private int printed = town.Transcript.Count;

    /// <summary>Plays until <c>quit</c> or the end of the input.</summary>
    public async Task Play(string name, CancellationToken cancellationToken = default)
    {
        me = town.Person(name);
        output.WriteLine($"You are {me.Name}. {Words}");
        if (me.Presence == Presence.NotInstalled)
            await Try(() => me.Installs(cancellationToken: cancellationToken));
        await Try(() => Settle(cancellationToken));
        ShowChat();

        while (Ask($"{me.Name}> ") is { } line && line.Trim() != "quit")
            await Try(() => Do(line.Trim(), cancellationToken));
    }

    private async Task Do(string line, CancellationToken cancellationToken)
    {
        switch (line.Split(' ', 2))
        {
            case [""]:
                return;
            case ["?"]:
                output.WriteLine(Words);
                return;
            case ["chat"]:
                ShowChat();
                return;
            case ["as", var name]:
                me = town.Person(name);
                if (me.Presence == Presence.NotInstalled)
                {
                    await me.Installs(cancellationToken: cancellationToken);
                    await Settle(cancellationToken);
                }

                ShowChat();
                return;
            case ["later", var howLong]:
                await Later(howLong, cancellationToken);
                return;
            case [var number] when int.TryParse(number, CultureInfo.InvariantCulture, out var at):
                await Press(at, cancellationToken);
                return;
        }

        await me.Says(line, cancellationToken);
        await Settle(cancellationToken);
    }

    private async Task Later(string howLong, CancellationToken cancellationToken)
    {
        if (howLong.Length < 2 || !double.TryParse(howLong[..^1], CultureInfo.InvariantCulture, out var many) || !(many is >= 0 and <= MostAtOnce) || howLong[^1] is not ('d' or 'h' or 'm'))
            throw new RehearsalException("Say how long, as in: later 3d, later 2h, later 30m; a thousand at most.");

        town.Clock.Advance(howLong[^1] switch { 'd' => Duration.FromDays(many), 'h' => Duration.FromHours(many), _ => Duration.FromMinutes(many) });
        await Settle(cancellationToken);
    }

    private async Task Press(int number, CancellationToken cancellationToken)
    {
        if (screen is null || number < 1 || number > screen.Titles.Count)
            throw new RehearsalException($"There is no button {number}.");

        var title = screen.Titles[number - 1];
        if (screen.Button(title).Type == CardButton.Toggle)
        {
            screen.Toggle(title);
            Show(screen);
            return;
        }

        if (screen is SeenCard && screen.Button(title).TakesInputs && screen.Labels.Count > 0)
            await Fill(screen, [], cancellationToken);
        var seen = screen is SeenCard card ? await card.Press(title, cancellationToken: cancellationToken) : await ((SeenForm)screen).Submit(title, cancellationToken: cancellationToken);
        while (seen is SeenForm form)
            seen = await Play(form, cancellationToken);
        await Settle(cancellationToken);
    }

    /// <summary>Goes through the form, then asks for a button, until it is sent or closed.</summary>
    private async Task<Seen> Play(SeenForm form, CancellationToken cancellationToken)
    {
        Print();
        output.WriteLine("A form. Enter leaves a field as it is; “-” empties it; several choices by number: 1 3");
        await Fill(form, [], cancellationToken);
        while (true)
        {
            Show(form);
            if (Ask("Button, f to fill it in again, x to close: ") is not { } line || line.Trim() == "x")
            {
                form.Close();
                return new SeenNothing(me);
            }

            if (line.Trim() == "f")
            {
                await Fill(form, [], cancellationToken);
                continue;
            }

            if (!int.TryParse(line, CultureInfo.InvariantCulture, out var number) || number < 1 || number > form.Titles.Count)
                continue;

            var title = form.Titles[number - 1];
            if (form.Button(title).Type == CardButton.Toggle)
            {
                var before = form.Labels;
                form.Toggle(title);
                Show(form);
                await Fill(form, before, cancellationToken);
            }
            else if (form.ErrorsOn(title) is { Count: > 0 } errors)
                output.WriteLine(string.Join('\n', errors.Select(error => $"  ! {error}")));
            else
                return await form.Submit(title, cancellationToken: cancellationToken);
        }
    }

    private async Task Fill(SeenSheet sheet, IReadOnlyList<string> except, CancellationToken cancellationToken)
    {
        foreach (var label in sheet.Labels.Except(except))
            while (!await IsFilled(sheet, label, cancellationToken))
            {
            }
    }

    private async Task<bool> IsFilled(SeenSheet sheet, string label, CancellationToken cancellationToken)
    {
        var isLookedUp = sheet.LooksUp(label);
        var choices = isLookedUp ? [] : sheet.ChoicesOf(label);
        output.WriteLine($"{label}{(sheet.ValueOf(label) is { Length: > 0 } value && choices.Count == 0 ? $" (now: {value})" : "")}{(isLookedUp ? " (type part of a name; several with ;)" : "")}");
        for (var at = 0; at < choices.Count; at++)
            output.WriteLine($"  {at + 1,2}  {choices[at]}");
        if (Ask("  = ") is not { Length: > 0 } line)
            return true;

        try
        {
            string[] values = line == "-" ? []
                : isLookedUp ? await LookedUp(sheet, label, line, cancellationToken)
                : choices.Count == 0 ? [line.Replace("\\n", "\n", StringComparison.Ordinal)]
                : [.. Numbers(line).Select(number => Chosen(choices, number))];
            sheet.Enter(label, values);
            return true;
        }
        catch (RehearsalException refusal)
        {
            output.WriteLine($"  ! {refusal.Message.Split('\n')[0]}");
            return false;
        }
    }

    private static async Task<string[]> LookedUp(SeenSheet sheet, string label, string line, CancellationToken cancellationToken)
    {
        var chosen = new List<string>();
        foreach (var part in line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            chosen.Add(await sheet.Searches(label, part, cancellationToken) switch
            {
                [var one] => one,
                [] => throw new RehearsalException($"“{part}” is nobody."),
                var found => throw new RehearsalException($"“{part}” is not one: {string.Join(" · ", found)}"),
            });
        return [.. chosen];
    }

    private static string[] Numbers(string line) => line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    private static string Chosen(IReadOnlyList<string> choices, string number) =>
        int.TryParse(number, CultureInfo.InvariantCulture, out var at) && at >= 1 && at <= choices.Count ? choices[at - 1] : number;

    private async Task Settle(CancellationToken cancellationToken)
    {
        try
        {
            await town.Settles(cancellationToken);
        }
        catch (RehearsalException) when (town.Problems.Count > 0)
        {
            // The transcript has each problem once, where it happened.
        }

        Print();
        ShowButtons();
    }

    private void ShowChat()
    {
        printed = town.Transcript.Count;
        output.WriteLine(me.DrawnChat());
        ShowButtons();
    }

    private void Show(SeenSheet sheet)
    {
        printed = town.Transcript.Count;
        output.WriteLine(sheet.Drawn);
        output.WriteLine(Numbered(sheet));
    }

    /// <summary>The newest card with buttons is the one whose numbers count.</summary>
    private void ShowButtons()
    {
        screen = me.Chat.Where(entry => entry.IsFromBot && !entry.IsDeleted && entry.Card is not null).Select(entry => new SeenCard(me, entry)).LastOrDefault(HasButtons);
        if (screen is not null)
            output.WriteLine(Numbered(screen));
    }

    private static bool HasButtons(SeenSheet sheet) => sheet.Titles.Count > 0;

    private static string Numbered(SeenSheet sheet) => string.Join("   ", sheet.Titles.Select((title, at) => $"{at + 1} {title}"));

    private void Print()
    {
        town.Transcript.Print(output, printed, forTerminal);
        printed = town.Transcript.Count;
    }

    private string? Ask(string question)
    {
        output.Write(question);
        output.Flush();
        return input.ReadLine();
    }

    private async Task Try(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (RehearsalException problem)
        {
            Print();
            output.WriteLine($"! {problem.Message}");
        }
    }
}
