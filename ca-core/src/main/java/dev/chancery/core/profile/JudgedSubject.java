package dev.chancery.core.profile;

import dev.chancery.core.profile.Grant.Claim;
import dev.chancery.core.x509.SubjectName;
import java.util.List;

/** The subject as it will be encoded, and what of it only the requester vouches for. */
record JudgedSubject(SubjectName name, List<Claim> claims) {}
