namespace CodeRelay.Eng;

/// <summary>A failed step; the message names step and cause, and is the whole output.</summary>
internal sealed class FailedException : Exception
{
    public FailedException()
    {
    }

    public FailedException(string message)
        : base(message)
    {
    }

    public FailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
