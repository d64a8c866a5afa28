/** Titles as the catalogues have them: the whole Top 10, and of the larger ones what the checklists that ship name. */

/** Of CWE, by number. */
export const weaknesses: Readonly<Record<string, string>> = {
  '20': 'Improper Input Validation',
  '78': "Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection')",
  '89': "Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')",
  '94': "Improper Control of Generation of Code ('Code Injection')",
  '116': 'Improper Encoding or Escaping of Output',
  '200': 'Exposure of Sensitive Information to an Unauthorized Actor',
  '209': 'Generation of Error Message Containing Sensitive Information',
  '250': 'Execution with Unnecessary Privileges',
  '276': 'Incorrect Default Permissions',
  '295': 'Improper Certificate Validation',
  '312': 'Cleartext Storage of Sensitive Information',
  '319': 'Cleartext Transmission of Sensitive Information',
  '362': "Concurrent Execution using Shared Resource with Improper Synchronization ('Race Condition')",
  '367': 'Time-of-check Time-of-use (TOCTOU) Race Condition',
  '377': 'Insecure Temporary File',
  '379': 'Creation of Temporary File in Directory with Insecure Permissions',
  '391': 'Unchecked Error Condition',
  '400': 'Uncontrolled Resource Consumption',
  '502': 'Deserialization of Untrusted Data',
  '522': 'Insufficiently Protected Credentials',
  '532': 'Insertion of Sensitive Information into Log File',
  '538': 'Insertion of Sensitive Information into Externally-Accessible File or Directory',
  '668': 'Exposure of Resource to Wrong Sphere',
  '693': 'Protection Mechanism Failure',
  '694': 'Use of Multiple Resources with Duplicate Identifier',
  '732': 'Incorrect Permission Assignment for Critical Resource',
  '772': 'Missing Release of Resource after Effective Lifetime',
  '778': 'Insufficient Logging',
  '798': 'Use of Hard-coded Credentials',
  '918': 'Server-Side Request Forgery (SSRF)',
  '1104': 'Use of Unmaintained Third Party Components',
  '1188': 'Initialization of a Resource with an Insecure Default',
}

/** Of the OWASP Top 10 of 2021. */
export const risks: Readonly<Record<string, string>> = {
  'A01:2021': 'Broken Access Control',
  'A02:2021': 'Cryptographic Failures',
  'A03:2021': 'Injection',
  'A04:2021': 'Insecure Design',
  'A05:2021': 'Security Misconfiguration',
  'A06:2021': 'Vulnerable and Outdated Components',
  'A07:2021': 'Identification and Authentication Failures',
  'A08:2021': 'Software and Data Integrity Failures',
  'A09:2021': 'Security Logging and Monitoring Failures',
  'A10:2021': 'Server-Side Request Forgery (SSRF)',
}

/** Sections of ASVS 4.0.3, and the files of its repository that they stand in. */
export const asvsSections: Readonly<Record<string, { readonly title: string; readonly file: string }>> = {
  '1.2': { title: 'Authentication Architecture', file: '0x10-V1-Architecture.md' },
  '2.10': { title: 'Service Authentication', file: '0x11-V2-Authentication.md' },
  '5.1': { title: 'Input Validation', file: '0x13-V5-Validation-Sanitization-Encoding.md' },
  '5.2': { title: 'Sanitization and Sandboxing', file: '0x13-V5-Validation-Sanitization-Encoding.md' },
  '5.3': { title: 'Output Encoding and Injection Prevention', file: '0x13-V5-Validation-Sanitization-Encoding.md' },
  '5.5': { title: 'Deserialization Prevention', file: '0x13-V5-Validation-Sanitization-Encoding.md' },
  '6.4': { title: 'Secret Management', file: '0x14-V6-Cryptography.md' },
  '7.1': { title: 'Log Content', file: '0x15-V7-Error-Logging.md' },
  '7.4': { title: 'Error Handling', file: '0x15-V7-Error-Logging.md' },
  '9.2': { title: 'Server Communication Security', file: '0x17-V9-Communications.md' },
  '14.2': { title: 'Dependency', file: '0x22-V14-Config.md' },
}

/** Controls of NIST SP 800-53, Revision 5. */
export const controls: Readonly<Record<string, string>> = {
  'AC-3(3)': 'Mandatory Access Control',
  'AC-6': 'Least Privilege',
  'AC-6(8)': 'Privilege Levels for Code Execution',
  'AU-5': 'Response to Audit Logging Process Failures',
  'CM-6': 'Configuration Settings',
  'IA-5': 'Authenticator Management',
  'IA-5(7)': 'No Embedded Unencrypted Static Authenticators',
  'SC-4': 'Information in Shared System Resources',
  'SC-5': 'Denial-of-service Protection',
  'SC-7': 'Boundary Protection',
  'SC-8': 'Transmission Confidentiality and Integrity',
  'SC-24': 'Fail in Known State',
  'SC-28': 'Protection of Information at Rest',
  'SI-2': 'Flaw Remediation',
  'SI-10': 'Information Input Validation',
  'SI-11': 'Error Handling',
  'SI-15': 'Information Output Filtering',
  'SR-3': 'Supply Chain Controls and Processes',
}
