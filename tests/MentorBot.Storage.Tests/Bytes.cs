using System.Text;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Tests;

/// <summary>A row as whoever reads the disk would see it.</summary>
internal static class Bytes
{
    public static byte[] Of(Row row) =>
        [.. Encoding.UTF8.GetBytes(row.Key), .. row.Properties.SelectMany(each => each.Value as byte[] ?? Encoding.UTF8.GetBytes(each.Value.ToString()!))];
}
