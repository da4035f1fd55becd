using System.Collections.Immutable;
using MentorBot.Adapters.Embedded;
using MentorBot.Domain.Directory;
using MentorBot.Testing.Directories;

namespace MentorBot.Adapters.Tests.Embedded;

public sealed class CsvDirectoryContract : DirectoryContract
{
    protected override IDirectory Open(ImmutableArray<Person> people) => new CsvDirectory(people);
}
