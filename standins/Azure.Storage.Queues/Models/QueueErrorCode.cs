namespace Azure.Storage.Queues.Models;

/// <summary>The service's names for what went wrong, as they stand in <see cref="RequestFailedException.ErrorCode"/>.</summary>
public readonly struct QueueErrorCode : IEquatable<QueueErrorCode>
{
    private readonly string value;

    public QueueErrorCode(string value) => this.value = value ?? throw new ArgumentNullException(nameof(value));

    public static QueueErrorCode QueueNotFound { get; } = new("QueueNotFound");

    public static QueueErrorCode QueueAlreadyExists { get; } = new("QueueAlreadyExists");

    public static QueueErrorCode MessageNotFound { get; } = new("MessageNotFound");

    public static QueueErrorCode PopReceiptMismatch { get; } = new("PopReceiptMismatch");

    public static implicit operator QueueErrorCode(string value) => new(value);

    public static bool operator ==(QueueErrorCode left, QueueErrorCode right) => left.Equals(right);

    public static bool operator !=(QueueErrorCode left, QueueErrorCode right) => !left.Equals(right);

    /// <summary>In any case of letters, as the official one compares.</summary>
    public bool Equals(QueueErrorCode other) => string.Equals(value, other.value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is QueueErrorCode other && Equals(other);

    public override int GetHashCode() => value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(value);

    public override string ToString() => value;
}
