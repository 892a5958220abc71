namespace CodeRelay.Agents.Handoffs;

/// <summary>A handoff that cannot be written or found. The message names the value and what would be valid.</summary>
internal sealed class RelayException : Exception
{
    public RelayException()
    {
    }

    public RelayException(string message)
        : base(message)
    {
    }

    public RelayException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
