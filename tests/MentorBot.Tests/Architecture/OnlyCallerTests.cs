using MentorBot.Domain;
using MentorBot.Domain.Pulses;
using MentorBot.Flows.Cards;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using Microsoft.Bot.Schema;

namespace MentorBot.Tests.Architecture;

/// <summary>Doors that only somebody named may use. The analyzer bans them; this also sees what a pragma hides.</summary>
public sealed class OnlyCallerTests
{
    [Fact]
    public void Words_are_opened_where_they_are_sealed_where_forms_show_them_where_their_authors_mailbox_takes_them_and_where_ids_and_numbers_were_sealed_as_words() =>
        Assert.Equal(
            [nameof(Answers), nameof(Audience), "EventContent", nameof(FormText), nameof(NeverList), nameof(Sealer), "SumsText"],
            CallersOf(typeof(Confidential), nameof(Confidential.Reveal)).Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_forms_and_the_file_that_one_takes_along_show_and_measure_words()
    {
        var callers = CallersOf(typeof(FormText), nameof(FormText.Show)).Union(CallersOf(typeof(FormText), nameof(FormText.Length))).ToList();

        Assert.NotEmpty(callers);
        Assert.All(callers, caller => Assert.Matches("(Form|Forms|PeoplePicker|^TakeAlong)$", caller.Name));
    }

    [Fact]
    public void Rows_change_through_one_door() =>
        Assert.Equal([typeof(Decisions)], CallersOf(typeof(IRowStore), nameof(IRowStore.Transact)));

    [Fact]
    public void Cards_become_attachments_at_one_seam() =>
        Assert.Equal([typeof(CardAttachment)], CallersOf(typeof(Attachment), "set_" + nameof(Attachment.Content)));

    private static IEnumerable<Type> CallersOf(Type declaring, string method) => House.Product
        .SelectMany(CompiledCode.Calls)
        .Where(call => call.Called.Name == method && declaring.IsAssignableFrom(call.Called.DeclaringType))
        .Select(call => call.Caller)
        .Distinct()
        .OrderBy(caller => caller.Name, StringComparer.Ordinal);
}
