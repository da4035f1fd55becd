using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using static MentorBot.Storage.Tests.Sealing.SealingRoom;

namespace MentorBot.Storage.Tests.Sealing;

public sealed class SealerTests : IDisposable
{
    private readonly SealingRoom room = new();

    public void Dispose() => room.Dispose();

    [Theory]
    [InlineData("a")]
    [InlineData("Ik wil graag leren vergaderen.")]
    [InlineData("أريد أن أتعلّم التحدّث أمام الجمهور")]
    [InlineData("我想学习如何带团队")]
    [InlineData("உங்களுடன் பேச விரும்புகிறேன்")]
    [InlineData("👩🏽‍🏫 🏳️‍🌈 👨‍👩‍👧‍👦")]
    [InlineData("e\u0301 is not \u00e9")]
    [InlineData("\u202eright to left\u202c and \u200bnothing")]
    [InlineData("tab\tline\r\nbreak\0and nothing")]
    [InlineData("  spaces around  ")]
    [InlineData("cut in half: \ud83d")]
    [InlineData("\udc00 the other half, with 𝄞")]
    public async Task Words_come_back_exactly(string words)
    {
        Assert.Equal(words, await room.Open(await room.Seal(words)));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("水")]
    [InlineData("🎻")]
    public async Task Four_thousand_characters_come_back_exactly(string character)
    {
        var words = string.Concat(Enumerable.Repeat(character, 4_000));

        Assert.Equal(words, await room.Open(await room.Seal(words)));
    }

    [Fact]
    public void Any_text_comes_back_exactly()
    {
        var anyCharacters = Gen.Choose(char.MinValue, char.MaxValue).Select(code => (char)code).ArrayOf().Select(characters => new string(characters));
        var texts = Gen.OneOf(anyCharacters, ArbMap.Default.ArbFor<string>().Generator).Where(text => !string.IsNullOrWhiteSpace(text));

        Prop.ForAll(texts.ToArbitrary(), text => room.Open(room.Seal(text).Result).Result == text).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task The_same_words_seal_differently_each_time()
    {
        var once = await room.Seal("the same");
        var again = await room.Seal("the same");

        Assert.NotEqual(once[17..29], again[17..29]);
        Assert.NotEqual(once[29..], again[29..]);
    }

    [Fact]
    public async Task No_trace_of_the_words_is_in_the_sealed_bytes()
    {
        var bytes = await room.Seal("canary");

        Assert.True(bytes.AsSpan().IndexOf("canary"u8) < 0);
        Assert.True(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("canary")) < 0);
    }

    [Fact]
    public void The_sealed_length_tells_the_length_of_the_words_to_256_bytes_only()
    {
        Prop.ForAll(
            Gen.Choose(1, 3_000).ToArbitrary(),
            length => room.Seal(new string('x', length)).Result.Length == 45 + ((length + 5 + 255) / 256 * 256)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_short_and_a_longer_answer_look_alike()
    {
        Assert.Equal((await room.Seal("no")).Length, (await room.Seal(new string('y', 251))).Length);
    }

    [Fact]
    public async Task A_flipped_bit_anywhere_fails_to_open()
    {
        var bytes = await room.Seal("words");
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            await room.FailsToOpen(bytes);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Equal("words", await room.Open(bytes));
    }

    [Fact]
    public async Task Bytes_cut_short_or_longer_fail_to_open()
    {
        var bytes = await room.Seal("words");
        for (var length = 0; length < bytes.Length; length++)
            await room.FailsToOpen(bytes[..length]);
        await room.FailsToOpen([.. bytes, 0]);
        await room.FailsToOpen([.. bytes, .. new byte[256]]);
    }

    public static TheoryData<SealedPlace> OtherPlaces => new(
        Place with { Partition = Place.Partition with { Table = Table.Matching } },
        Place with { Partition = Place.Partition with { Key = "contoso|ben.carter" } },
        Place with { RowKey = "offer-2" },
        Place with { Property = "practice" },
        Place with { Revision = 2 },
        Place with { Revision = 4 },
        Place with { SchemaVersion = 2 },
        Place with { RowKey = "offera", Property = "bout" },
        Place with { Partition = Place.Partition with { Key = "contoso|ana.limaoffer" }, RowKey = "" });

    [Theory]
    [MemberData(nameof(OtherPlaces))]
    public async Task Words_moved_to_another_place_fail_to_open(SealedPlace elsewhere)
    {
        await room.FailsToOpen(await room.Seal("words"), place: elsewhere);
    }

    [Fact]
    public void No_two_places_open_one_another()
    {
        var names = Gen.Elements("a", "b", "ab", "ba", "aab", "");
        var places = from table in Gen.Elements(Table.People, Table.Matching)
                     from partition in names
                     from row in names
                     from property in names
                     from revision in Gen.Choose(0, 1)
                     from schema in Gen.Choose(0, 1)
                     select new SealedPlace(new(table, partition), row, property, revision, schema);

        Prop.ForAll(places.ToArbitrary(), places.ToArbitrary(), (one, other) => Opens(one, other) == (one == other)).QuickCheckThrowOnFailure();

        bool Opens(SealedPlace one, SealedPlace other)
        {
            var bytes = room.Seal("words", place: one).Result;
            try
            {
                return room.Open(bytes, place: other).GetAwaiter().GetResult() == "words";
            }
            catch (SealBrokenException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task Another_owner_cannot_open()
    {
        var bytes = await room.Seal("words");
        await room.Seal("something of their own", Ben);

        await room.FailsToOpen(bytes, Ben);
    }

    [Fact]
    public async Task The_tenants_key_is_not_a_persons()
    {
        var bytes = await room.Seal("never with them", Owner.Tenant(Contoso));

        Assert.Equal("never with them", await room.Open(bytes, Owner.Tenant(Contoso)));
        await room.Seal("words");
        await room.FailsToOpen(bytes);
    }

    [Fact]
    public async Task Errors_tell_the_place_and_never_the_words_or_a_key()
    {
        var bytes = await room.Seal("canary");
        await room.Seal("canary", Ben);
        bytes[^1] ^= 1;
        SealBrokenException[] errors = [await room.FailsToOpen(bytes), await room.FailsToOpen(bytes[..40]), await room.FailsToOpen(bytes, Ben)];

        Assert.All(errors, error => Assert.Contains("People/contoso|ana.lima/offer.about (revision 3, schema 1)", error.Message, StringComparison.Ordinal));
        Assert.All(errors, error => Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal));
        foreach (var key in room.Wrapper.KeysWrapped)
        {
            Assert.All(errors, error => Assert.DoesNotContain(Convert.ToHexString(key), error.ToString(), StringComparison.OrdinalIgnoreCase));
            Assert.All(errors, error => Assert.DoesNotContain(Convert.ToBase64String(key), error.ToString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Sealing_goes_on_while_keys_are_dropped_under_it()
    {
        using var done = new CancellationTokenSource();
        var dropping = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
                room.Keys.Forget(Ana);
        });

        await Parallel.ForAsync(0, 300, async (n, _) => Assert.Equal($"words {n}", await room.Open(await room.Seal($"words {n}"))));

        await done.CancelAsync();
        await dropping;
    }

    [Theory]
    [InlineData("", "ana")]
    [InlineData("contoso", "")]
    [InlineData("contoso|person", "ana")]
    [InlineData("contoso", "a|b")]
    public void Ids_that_could_make_two_owners_share_a_key_are_refused(string tenant, string person)
    {
        Assert.Throws<ArgumentException>(() => Owner.Person(new(tenant), new PersonId(person)));
    }
}
