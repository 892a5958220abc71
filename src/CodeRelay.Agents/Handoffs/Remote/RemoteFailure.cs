namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>The reason why a remote could not be used.</summary>
public enum RemoteFailure
{
    /// <summary>The repository has no remote of that name, or the remote is not allowed here.</summary>
    NoSuchRemote,

    /// <summary>A recipient or file name cannot be part of a ref.</summary>
    InvalidName,

    /// <summary>The address is no repository.</summary>
    NoSuchRepository,

    /// <summary>The host cannot be reached.</summary>
    Offline,

    /// <summary>The host denies access; no password prompt appears.</summary>
    Authentication,

    /// <summary>The host accepted the connection and refuses the request.</summary>
    Refused,

    /// <summary>The time limit passed.</summary>
    TimeLimit,

    /// <summary>Git is missing, or failed for another reason.</summary>
    Git,
}
