namespace CodeRelay.Git;

/// <summary>Git is not installed, rejected the repository, or exceeded its time limit.</summary>
public sealed class GitException : Exception
{
    public GitException()
    {
    }

    public GitException(string message)
        : base(message)
    {
    }

    public GitException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
