using System.Collections.Immutable;

namespace MentorBot.Domain.Pulses;

/// <summary>
/// What folding leaves of a check-in: numbers of people, and sums. People are folded one at a time, each whole, in any order. It is
/// exact, so it is sealed while it lasts, and never shown: see <see cref="Showing"/>.
/// </summary>
/// <param name="People">Each once, in however many relationships and roles.</param>
/// <param name="PeopleByRole">The same, among those who answered as that.</param>
/// <param name="PeopleByAge">The same, by how long the relationship had lasted: under half a year first.</param>
/// <param name="Cells">In the order of <see cref="Cell.All"/>.</param>
/// <param name="Functions">In the order of the index; empty but for <see cref="PulseForm.All"/>.</param>
/// <param name="WithFunctions">Those answers in which every function counts.</param>
/// <param name="WithoutFunctions">Those that count as a whole, and not in every function.</param>
/// <param name="Items">Of all answers that left nothing out.</param>
/// <param name="WithAllItems">Those answers.</param>
public sealed record PulseSums(
    PulseForm Form,
    int People,
    ImmutableArray<int> PeopleByRole,
    ImmutableArray<int> PeopleByAge,
    ImmutableArray<CellSums> Cells,
    ImmutableArray<ScoreSums> Functions,
    Breadth WithFunctions,
    Breadth WithoutFunctions,
    ItemSums Items,
    Breadth WithAllItems)
{
    public static PulseSums None(PulseForm form) => new(
        form,
        0,
        [0, 0],
        [0, 0],
        [.. new CellSums[Cell.All.Length]],
        form == PulseForm.All ? [.. new ScoreSums[MentoringIndex.Functions.Length]] : [],
        default,
        default,
        ItemSums.None(form),
        default);

    /// <summary>For sealing.</summary>
    public Confidential ToSeal() => SumsText.Write(this);

    /// <summary>What <see cref="ToSeal"/> gave.</summary>
    public static PulseSums FromSealed(PulseForm form, Confidential sealedText) => SumsText.Read(form, sealedText);

    /// <summary>The number of people, and the relationships they are known to be about.</summary>
    public Breadth Everyone => new(People, AnswersOf(PulseRole.Mentee), AnswersOf(PulseRole.Mentor));

    public ScoreSums Scores => Cells.Aggregate(default(ScoreSums), (sums, cell) => sums.Plus(cell.Scores));

    public ScoreSums ScoresOf(PulseRole role) => Cells[new Cell(role, false).At].Scores.Plus(Cells[new Cell(role, true).At].Scores);

    /// <summary>Everything that one person answered. What does not count as a whole is left out.</summary>
    public PulseSums Plus(IEnumerable<Answered> ofOnePerson)
    {
        var totals = ofOnePerson.Select(one => (Answered: one, Total: Scoring.Total(one.Answers, Form))).Where(one => one.Total is not null).ToList();
        if (totals.Count == 0)
            return this;
        var cells = Cells.ToBuilder();
        foreach (var each in totals.GroupBy(one => new Cell(one.Answered.Role, one.Answered.IsLonger)))
            cells[each.Key.At] = cells[each.Key.At].Plus(new CellSums(1, each.Aggregate(default(ScoreSums), (sums, one) => sums.Plus(one.Total!.Value))));

        var isAll = Form == PulseForm.All;
        var counting = totals.ConvertAll(one => one.Answered);
        var functions = isAll ? counting.ConvertAll(one => Scoring.Functions(one.Answers)) : [];
        var scored = functions.OfType<ImmutableArray<Score>>().ToList();
        return new(
            Form,
            People + 1,
            [.. PeopleByRole.Select((people, role) => people + (counting.Exists(one => (int)one.Role == role) ? 1 : 0))],
            [.. PeopleByAge.Select((people, age) => people + (counting.Exists(one => one.IsLonger == (age == 1)) ? 1 : 0))],
            cells.ToImmutable(),
            [.. Functions.Select((sums, at) => scored.Aggregate(sums, (all, scores) => all.Plus(scores[at])))],
            WithFunctions.Plus([.. counting.Where((_, at) => isAll && functions[at] is not null)]),
            WithoutFunctions.Plus([.. counting.Where((_, at) => isAll && functions[at] is null)]),
            counting.Aggregate(Items, (items, one) => items.Plus(one.Answers, Form)),
            WithAllItems.Plus(counting.FindAll(one => MentoringIndex.ItemsOf(Form).All(item => one.Answers[item] is not null))));
    }

    /// <summary>Of other people: nobody may be in both.</summary>
    public PulseSums Plus(PulseSums other) => new(
        Form,
        People + other.People,
        [.. PeopleByRole.Zip(other.PeopleByRole, (one, more) => one + more)],
        [.. PeopleByAge.Zip(other.PeopleByAge, (one, more) => one + more)],
        [.. Cells.Zip(other.Cells, (one, more) => one.Plus(more))],
        [.. Functions.Zip(other.Functions, (one, more) => one.Plus(more))],
        WithFunctions.Plus(other.WithFunctions),
        WithoutFunctions.Plus(other.WithoutFunctions),
        Items.Plus(other.Items),
        WithAllItems.Plus(other.WithAllItems));

    public bool Equals(PulseSums? other) =>
        other is not null
        && (Form, People, WithFunctions, WithoutFunctions, WithAllItems) == (other.Form, other.People, other.WithFunctions, other.WithoutFunctions, other.WithAllItems)
        && PeopleByRole.SequenceEqual(other.PeopleByRole)
        && PeopleByAge.SequenceEqual(other.PeopleByAge)
        && Cells.SequenceEqual(other.Cells)
        && Functions.SequenceEqual(other.Functions)
        && Items.Equals(other.Items);

    public override int GetHashCode() => HashCode.Combine(Form, People);

    public override string ToString() => "(sums)";

    private int AnswersOf(PulseRole role) => ScoresOf(role).Count;
}
