using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <param name="Endorsements">The channels whose requests it may sign.</param>
internal sealed record SigningKey(JsonWebKey Key, IReadOnlySet<string> Endorsements);
