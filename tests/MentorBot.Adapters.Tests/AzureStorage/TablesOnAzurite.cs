namespace MentorBot.Adapters.Tests.AzureStorage;

/// <summary>The tests that share the two servers.</summary>
[CollectionDefinition(Name)]
public sealed class TablesOnAzurite : ICollectionFixture<TableServers>
{
    public const string Name = "Tables on Azurite";
}
