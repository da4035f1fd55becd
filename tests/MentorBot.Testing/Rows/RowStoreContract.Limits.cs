using System.Globalization;
using MentorBot.Storage.Rows;
using Xunit;

namespace MentorBot.Testing.Rows;

public abstract partial class RowStoreContract
{
    [Fact]
    public async Task A_transaction_of_no_writes_is_refused()
    {
        var store = await OpenStore();

        await Refused(() => store.Transact(At(), [], default));
    }

    [Fact]
    public async Task A_hundred_writes_are_done_and_a_hundred_and_one_are_refused()
    {
        var store = await OpenStore();
        Write[] writes = [.. Enumerable.Range(0, 101).Select(number => new Write.Upsert($"row-{number}", Value((long)number)))];

        await Refused(() => store.Transact(At(), writes, default));
        Assert.Empty(await Keys(store, At(), "", "~"));
        await Done(store, At(), writes[..100]);

        Assert.Equal(100, (await Keys(store, At(), "", "~")).Length);
    }

    [Fact]
    public async Task A_row_twice_in_one_transaction_is_refused()
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Insert("row", Value(1L)));
        var etag = await ETag(store, At(), "row");

        await Refused(() => store.Transact(At(), [new Write.Upsert("row", Value(2L)), new Write.Upsert("row", Value(3L))], default));
        await Refused(() => store.Transact(At(), [new Write.Delete("row", etag), new Write.Insert("row", Value(3L))], default));

        Assert.Equal(etag, await ETag(store, At(), "row"));
    }

    [Fact]
    public async Task A_condition_on_any_version_is_refused()
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Insert("row", Value(1L)));

        await Refused(() => store.Transact(At(), [new Write.Replace("row", "*", Value(2L))], default));
        await Refused(() => store.Transact(At(), [new Write.Delete("row", "*")], default));
        await Refused(() => store.Transact(At(), [new Write.Delete("row", "")], default));

        Assert.Equal(1L, (await Existing(store, At(), "row")).Properties["Value"]);
    }

    public static TheoryData<int> ForbiddenInKeys() =>
        [.. "/\\#?".Select(character => (int)character), .. Enumerable.Range(0, 0x20), .. Enumerable.Range(0x7F, 0x21)];

    [Theory]
    [MemberData(nameof(ForbiddenInKeys))]
    public async Task A_forbidden_character_in_a_key_is_refused(int code)
    {
        var store = await OpenStore();

        foreach (var key in new[] { $"{(char)code}", $"a{(char)code}", $"a{(char)code}b" })
            await KeyRefused(store, key);
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_refused()
    {
        var store = await OpenStore();

        foreach (var text in new[] { "\uD83D", "\uDE00", "a\uDE00\uD83Db", "😀\uD83D", "\uD83D😀" })
        {
            await KeyRefused(store, text);
            await Refused(() => ToList(store.Range(At(), text, "~", default)));
            await Refused(() => ToList(store.Range(At(), "", text, default)));
            await BagRefused(store, Value(text));
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("語")]
    public async Task A_key_of_one_kibibyte_is_kept_and_a_longer_one_refused(string character)
    {
        var store = await OpenStore();
        var name = At().Key + "|";
        string Long(int length) => string.Concat(Enumerable.Repeat(character, length));
        var partition = new Partition(Table.People, name + Long(512 - name.Length));

        await Done(store, partition, new Write.Insert(Long(512), Value(1L)));
        Assert.Equal(Long(512), (await Existing(store, partition, Long(512))).Key);
        Assert.Equal(Long(512), Assert.Single(await Keys(store, partition, character, Long(513))));

        await Refused(() => store.Get(partition, Long(513), default));
        await Refused(() => store.Get(partition with { Key = partition.Key + character }, "row", default));
        await KeyRefused(store, Long(513));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("a%2Fb")]
    [InlineData("a+b")]
    [InlineData("a'b''c")]
    [InlineData("a\"b")]
    [InlineData("a(b),c=d;e:f@g&h$i!j*k")]
    [InlineData("a|b~c^d`e{f}[g]<h>")]
    [InlineData("😀 日本 עברית")]
    public async Task A_key_may_hold_every_other_character(string key)
    {
        var store = await OpenStore();
        var partition = At(key);
        await Done(store, partition, new Write.Insert(key, Value(key)));
        await Done(store, partition, new Write.Replace(key, await ETag(store, partition, key), Value("replaced")));

        Assert.Equal("replaced", (await Existing(store, partition, key)).Properties["Value"]);
        Assert.Equal(key, Assert.Single(await Keys(store, partition, key, key + "\uFFFF")));
        await Done(store, partition, new Write.Delete(key, await ETag(store, partition, key)));
        Assert.Null(await store.Get(partition, key, default));
    }

    [Fact]
    public async Task Every_type_of_property_is_kept_exactly()
    {
        var store = await OpenStore();
        var properties = Bag(
            ("Empty", ""), ("Text", "text"), ("True", true), ("False", false), ("Zero", 0L), ("Least", long.MinValue), ("Most", long.MaxValue),
            ("Odd", -9_007_199_254_740_993L), ("NoBytes", Array.Empty<byte>()), ("Bytes", Enumerable.Range(0, 256).Select(number => (byte)number).ToArray()),
            ("LooksLikeNumber", "12"), ("LooksLikeDate", "2026-11-21T09:00:00.0000000Z"), ("_Ünicode1", "name"));
        await Done(store, At(), new Write.Insert("row", properties));

        AssertSame(properties, await Existing(store, At(), "row"));
        AssertSame(properties, Assert.Single(await ToList(store.Range(At(), "", "~", default))));
    }

    [Fact]
    public async Task A_row_without_properties_is_a_row()
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Insert("row", Bag()));

        Assert.Empty((await Existing(store, At(), "row")).Properties);
    }

    [Fact]
    public async Task Text_in_any_script_is_kept_exactly()
    {
        string[] texts =
        [
            "Ünïcödé", "日本語のテキスト", "नमस्ते दुनिया", "שלום עולם", "مرحبا \u200Fبالعالم\u200E", "👩🏽‍💻👨‍👩‍👧‍👦🇪🇺", "𝔐𝔢𝔫𝔱𝔬𝔯", "e\u0301 é",
            "\0 \u0001 \u001F \u007F \u0085 \u2028 \u2029 \uFEFF \uFFFD \uFFFE \uFFFF", "\uFEFFfirst", "line\nline\r\nline\rtab\t", "  spaces  ", "</script>&amp;\"'\\",
            string.Concat(Enumerable.Repeat("word ", 800)), string.Concat(Enumerable.Repeat("語", 4_000)), string.Concat(Enumerable.Repeat("😀", 2_000)),
        ];
        var store = await OpenStore();
        for (var index = 0; index < texts.Length; index++)
            await Done(store, At(), new Write.Insert($"text-{index}", Value(texts[index])));

        for (var index = 0; index < texts.Length; index++)
            Assert.Equal(texts[index], (string)(await Existing(store, At(), $"text-{index}")).Properties["Value"], StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_property_of_64_KiB_is_kept_and_a_larger_one_refused()
    {
        var store = await OpenStore();
        var properties = Bag(("Text", new string('語', 32 * 1024)), ("Bytes", Enumerable.Range(0, 64 * 1024).Select(number => (byte)number).ToArray()));
        await Done(store, At(), new Write.Insert("row", properties));

        AssertSame(properties, await Existing(store, At(), "row"));
        await BagRefused(store, Value(new string('x', (32 * 1024) + 1)));
        await BagRefused(store, Value(new byte[(64 * 1024) + 1]));
    }

    [Fact]
    public async Task A_row_of_almost_1_MiB_is_kept_and_a_larger_one_refused()
    {
        var store = await OpenStore();
        var properties = Bytes(15, 64 * 1024);
        await Done(store, At(), new Write.Insert("row", properties));

        AssertSame(properties, await Existing(store, At(), "row"));
        await BagRefused(store, Bytes(16, 64 * 1024));
    }

    [Fact]
    public async Task A_transaction_of_over_4_MiB_is_refused()
    {
        var store = await OpenStore();
        Write[] writes = [.. Enumerable.Range(0, 5).Select(number => new Write.Insert($"row-{number}", Bytes(15, 64 * 1024)))];

        await Refused(() => store.Transact(At(), writes, default));
        Assert.Empty(await Keys(store, At(), "", "~"));
        await Done(store, At(), writes[..2]);
    }

    [Fact]
    public async Task A_row_has_252_properties_and_not_one_more()
    {
        var store = await OpenStore();
        IReadOnlyDictionary<string, object> Many(int count) => Enumerable.Range(0, count).ToDictionary(number => $"P{number}", number => (object)(long)number);
        await Done(store, At(), new Write.Insert("row", Many(252)));

        AssertSame(Many(252), await Existing(store, At(), "row"));
        await BagRefused(store, Many(253));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PartitionKey")]
    [InlineData("RowKey")]
    [InlineData("Timestamp")]
    [InlineData("odata.etag")]
    [InlineData("with-dash")]
    [InlineData("with space")]
    [InlineData("1st")]
    public async Task A_name_that_no_property_can_have_is_refused(string name)
    {
        var store = await OpenStore();

        await BagRefused(store, Bag((name, "text")));
    }

    [Fact]
    public async Task A_property_has_a_name_of_255_characters_and_not_one_more()
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Insert("row", Bag((new string('n', 255), 1L))));

        AssertSame(Bag((new string('n', 255), 1L)), await Existing(store, At(), "row"));
        await BagRefused(store, Bag((new string('n', 256), 1L)));
    }

    public static TheoryData<string> OtherTypes() => ["int", "double", "guid", "date", "null", "list", "char"];

    [Theory]
    [MemberData(nameof(OtherTypes))]
    public async Task A_property_of_another_type_is_refused(string type)
    {
        var store = await OpenStore();
        object? value = type switch
        {
            "int" => 1,
            "double" => 1.5,
            "guid" => Guid.Empty,
            "date" => DateTimeOffset.UnixEpoch,
            "list" => new List<byte>(),
            "char" => 'x',
            _ => null,
        };

        await BagRefused(store, Value(value!));
    }

    private static Dictionary<string, object> Bytes(int properties, int size) => Enumerable.Range(0, properties).ToDictionary(
        number => string.Create(CultureInfo.InvariantCulture, $"Bytes{number}"),
        number => (object)Enumerable.Range(number, size).Select(value => (byte)value).ToArray());

    private static void AssertSame(IReadOnlyDictionary<string, object> expected, Row row)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), row.Properties.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, value) in expected)
        {
            Assert.IsType(value.GetType(), row.Properties[name]);
            Assert.Equal(value, row.Properties[name]);
        }
    }

    private static Task<ArgumentException> Refused(Func<Task> call) => Assert.ThrowsAnyAsync<ArgumentException>(call);

    private async Task BagRefused(IRowStore store, IReadOnlyDictionary<string, object> properties)
    {
        await Done(store, At("refused"), new Write.Upsert("there", Value("before")));
        var etag = await ETag(store, At("refused"), "there");

        await Refused(() => store.Transact(At("refused"), [new Write.Upsert("good", Value(1L)), new Write.Insert("row", properties)], default));
        await Refused(() => store.Transact(At("refused"), [new Write.Upsert("row", properties)], default));
        await Refused(() => store.Transact(At("refused"), [new Write.Replace("there", etag, properties)], default));

        Assert.Equal(etag, Assert.Single(await ToList(store.Range(At("refused"), "", "~", default))).ETag);
    }

    private async Task KeyRefused(IRowStore store, string key)
    {
        await Refused(() => store.Get(At(), key, default));
        await Refused(() => store.Get(new Partition(Table.People, key), "row", default));
        await Refused(() => ToList(store.Range(new Partition(Table.People, key), "", "~", default)));
        await Refused(() => store.Transact(new Partition(Table.People, key), [new Write.Upsert("row", Value(1L))], default));
        await Refused(() => store.Transact(At("keys"), [new Write.Upsert("good", Value(1L)), new Write.Insert(key, Value(1L))], default));
        await Refused(() => store.Transact(At("keys"), [new Write.Upsert(key, Value(1L))], default));
        await Refused(() => store.Transact(At("keys"), [new Write.Replace(key, NeverAnETag, Value(1L))], default));
        await Refused(() => store.Transact(At("keys"), [new Write.Delete(key, NeverAnETag)], default));
        Assert.Empty(await ToList(store.Range(At("keys"), "", "~", default)));
    }
}
