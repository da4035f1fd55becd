namespace MentorBot.Storage.Sealing;

/// <summary>A data key as it is stored.</summary>
/// <param name="MasterKeyId">Which master key, in which version, wrapped it.</param>
/// <param name="Bytes">The wrapped key; without the master key, noise.</param>
public sealed record WrappedKey(string MasterKeyId, byte[] Bytes);
