using System.Text;
using MentorBot.Storage.Rows;

namespace MentorBot.Adapters.Embedded;

/// <summary>The tables' names as they stand in the file.</summary>
internal static class TableNames
{
    private static readonly byte[][] Names =
        [.. Enumerable.Range(0, 1 + Enum.GetValues<Table>().Max(table => (int)table)).Select(number => Encoding.UTF8.GetBytes(((Table)number).ToString()))];

    public static byte[] Of(Table table) => Names[(int)table];
}
