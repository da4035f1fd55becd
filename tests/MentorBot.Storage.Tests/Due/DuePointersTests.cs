using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Due;

public sealed class DuePointersTests
{
    private static readonly Gen<Instant> Instants =
        Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(0, 9_999_999)).Select(at => Instant.FromUnixTimeSeconds(at.Item1).PlusTicks(at.Item2));

    private static readonly Gen<Partition> Partitions = Gen.OneOf(
        ArbMap.Default.ArbFor<NonEmptyString>().Generator.Select(id => Of(new PersonId(id.Get))),
        Gen.Elements("a-b", "a|b", "People-x", "-", "000000000000001-People-x", "ana!lima").Select(id => Of(new PersonId(id))),
        Gen.Constant(PartitionOf.Matching(new("a-tenant-with-hyphens"))));

    [Fact]
    public void Pointers_sort_by_time_whatever_they_point_to() => Prop.ForAll(
        Instants.Zip(Partitions).ToArbitrary(),
        Instants.Zip(Partitions).ToArbitrary(),
        (one, other) => one.Item1.ToUnixTimeMilliseconds() == other.Item1.ToUnixTimeMilliseconds()
            || one.Item1 < other.Item1 == string.CompareOrdinal(Key(one), Key(other)) < 0).QuickCheckThrowOnFailure();

    [Fact]
    public void A_pointer_tells_the_partition_that_it_points_to() =>
        Prop.ForAll(Instants.Zip(Partitions).ToArbitrary(), at => DuePointers.PartitionOf(Key(at)) == at.Item2).QuickCheckThrowOnFailure();

    [Fact]
    public void A_pointer_may_be_the_key_of_a_row() => Prop.ForAll(Instants.Zip(Partitions).ToArbitrary(), at =>
    {
        if (at.Item2.Key.Length < 400)
            RowRules.Check(DuePointers.ShardOf(at.Item2), Key(at));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_due_up_to_a_moment_ends_before_the_pointers_of_that_millisecond()
    {
        var at = Instant.FromUnixTimeMilliseconds(1_772_442_000_000);

        Assert.True(string.CompareOrdinal(DuePointers.KeyOf(Of(Ana), at), DuePointers.Until(at)) > 0);
        Assert.True(string.CompareOrdinal(DuePointers.KeyOf(Of(Ana), at.PlusTicks(9_999)), DuePointers.Until(at + Duration.FromMilliseconds(1))) < 0);
    }

    [Fact]
    public void Moments_of_one_millisecond_are_one_pointer()
    {
        var at = Instant.FromUnixTimeMilliseconds(1_772_442_000_000);

        Assert.Equal(2, DuePointers.PointAt(Of(Ana), [at, at.PlusTicks(1), at, at + Duration.FromMilliseconds(1)]).Length);
    }

    /// <summary>Another process, or another version, looks in the same shard.</summary>
    [Theory]
    [InlineData("ana.lima", "5")]
    [InlineData("ben.carter", "c")]
    [InlineData("日本", "f")]
    public void A_partitions_shard_never_changes(string person, string shard) =>
        Assert.Equal(new Partition(Table.Due, shard), DuePointers.ShardOf(Of(new PersonId(person))));

    [Fact]
    public void Every_shard_is_one_that_is_swept_and_none_stays_empty()
    {
        var swept = Enumerable.Range(0, DuePointers.Shards).Select(DuePointers.Shard);
        var used = Enumerable.Range(0, 1_000).Select(number => DuePointers.ShardOf(Of(new PersonId($"person-{number}"))));

        Assert.Equal(swept.ToHashSet(), used.ToHashSet());
    }

    private static string Key((Instant At, Partition Partition) pointer) => DuePointers.KeyOf(pointer.Partition, pointer.At);
}
