namespace CodeRelay.Analysis;

/// <summary>The areas of the rule catalogue; the value is the thousand block of the ids.</summary>
public enum RuleArea
{
    /// <summary>Team rules from coderelay.yml: `TEAM` followed by digits.</summary>
    Team = 0,
    Freshness = 1,
    Budget = 2,
    Redundancy = 3,
    Completeness = 4,
    References = 5,
    Safety = 6,
    Consistency = 7,
    Setup = 8,
    Specs = 9,
}
